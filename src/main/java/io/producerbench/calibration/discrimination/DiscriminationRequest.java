package io.producerbench.calibration.discrimination;

import java.nio.file.Path;
import java.util.Map;

/**
 * What the user asked a discrimination run to do.
 *
 * @param planted the number of comparisons with each planted slowdown; a slowdown of 0 means equal
 *     arms
 * @param blocks of each comparison
 * @param seed of everything random
 */
public record DiscriminationRequest(Map<Double, Integer> planted, int blocks, long seed, Path project, Path results) {}
