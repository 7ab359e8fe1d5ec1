/** What the histogram logs of a run hold for its pictures. */
package io.producerbench.report.log;
