/**
 * Measures comparisons against a stub broker whose right outcome is known, and counts how often
 * each rule is right.
 */
package io.producerbench.calibration.discrimination;
