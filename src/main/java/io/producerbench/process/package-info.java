/**
 * Processes that we start: waits for them, stops them, guards them, and reads their logs and their
 * CPU time.
 */
package io.producerbench.process;
