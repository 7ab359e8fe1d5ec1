/**
 * The least that a program can do with a producer: {@code send(record, null)} and {@code flush()}.
 */
package io.producerbench.calibration.baseline;
