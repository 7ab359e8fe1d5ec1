/**
 * Measurements as rows and files: the columns of the CSV files, the checks of a sample, the summary
 * over blocks, the identity of a run, and the run directory, which alone knows the names of files.
 */
package io.producerbench.results;
