package io.producerbench.calibration.discrimination;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a proof of the rates was asked to do.
 *
 * @param planted how many comparisons with each planted slowdown; 0 is none, the same on both sides
 * @param blocks of each comparison
 * @param seed of all that is drawn
 */
public record DiscriminationRequest(Map<Double, Integer> planted, int blocks, long seed, Path project, Path results) {}
