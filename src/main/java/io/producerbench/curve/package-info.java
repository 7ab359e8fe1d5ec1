/**
 * Measures latency over load for each mode, and searches for the highest rate within each latency
 * goal: the plan, what to measure next, the brokers, the rows and their summary.
 */
package io.producerbench.curve;
