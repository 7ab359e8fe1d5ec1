/**
 * One point to measure, the grid of them, and the order they are measured in. Pure: what can be chosen (axes), what a
 * choice means (guarantee, workload, pacing), which combinations cannot run or need not, and the shuffled block plan.
 */
package io.producerbench.scenario;
