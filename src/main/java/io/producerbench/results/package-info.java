/**
 * What was measured, as rows and files: the columns of the CSV files, each sample's check of itself, the summary over
 * blocks, the circumstances of a run, and the run directory, which alone knows file names.
 */
package io.producerbench.results;
