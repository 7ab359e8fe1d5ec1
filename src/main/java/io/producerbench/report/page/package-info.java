/**
 * The report that people look at: one page that opens from disk, and the same in short for forges.
 * It begins with the answer, and everything on it comes from the files of run directories.
 */
package io.producerbench.report.page;
