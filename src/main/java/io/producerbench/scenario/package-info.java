/**
 * Scenarios, their grid, and their order: the axes that can be chosen, the guarantee, workload and
 * pacing that a choice means, the combinations that cannot run or need not run, and the shuffled
 * block plan. The package is pure.
 */
package io.producerbench.scenario;
