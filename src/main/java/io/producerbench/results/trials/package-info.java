/**
 * The summary of trials: what guarantees.csv says of each cell, and the bounds of how often it
 * happens.
 */
package io.producerbench.results.trials;
