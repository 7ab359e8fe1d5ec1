/**
 * Two runs side by side, the history of many, and exports for other tools. Everything here is computed from the files of runs;
 * nothing is measured.
 */
package io.producerbench.compare;
