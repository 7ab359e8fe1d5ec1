/** Samples that are taken while a broker is dead, and what producers see of its death. */
package io.producerbench.sweep.degraded;
