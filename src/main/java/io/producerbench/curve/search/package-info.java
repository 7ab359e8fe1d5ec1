/**
 * The search for the highest rate within a latency goal, as a state and the outcome of a trial that
 * gives the next state. It follows RFC 9971 (MLRsearch). The package is pure.
 */
package io.producerbench.curve.search;
