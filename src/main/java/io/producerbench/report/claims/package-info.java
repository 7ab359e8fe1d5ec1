/** The ten claims of the textbook, each compared with the measurements. */
package io.producerbench.report.claims;
