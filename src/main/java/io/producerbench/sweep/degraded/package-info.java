/** Samples taken while a broker is dead, and the effect of its death on producers. */
package io.producerbench.sweep.degraded;
