/**
 * Measures what the harness costs on this machine and whether its numbers are true. It compares
 * them with the log of a stub broker, with the shortest loop that sends records, and with other
 * tools.
 */
package io.producerbench.calibration;
