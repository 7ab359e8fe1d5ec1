/**
 * The pictures of a run: what its files say, drawn. Pure: every number comes from a file that a run
 * wrote, and a file without the numbers gives no picture.
 */
package io.producerbench.report.picture;
