/**
 * The experiments that show what each delivery setting guarantees: which fault hits which broker or
 * connection, when, and what must be observed then. Every step waits for an observed condition,
 * never for time to pass.
 */
package io.producerbench.guarantees.experiments;
