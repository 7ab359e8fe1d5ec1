/** Hundreds of comparisons against a stub broker whose right outcome is known: how often each rule gets it right. */
package io.producerbench.calibration.discrimination;
