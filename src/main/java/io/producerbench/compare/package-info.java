/**
 * Compares two runs, shows the history of many, and exports runs for other tools. It computes
 * everything from the files of runs and measures nothing.
 */
package io.producerbench.compare;
