/** The ten claims of the textbook, each held against what was measured. */
package io.producerbench.report.claims;
