/**
 * Facts of the environment of a run: the machine and its limits, its clock, and the state of the
 * checkout.
 */
package io.producerbench.environment;
