/**
 * What the harness itself costs on this machine, and whether its numbers are true: a stub broker whose own log is the
 * truth, the least a program can do, and peers side by side.
 */
package io.producerbench.calibration;
