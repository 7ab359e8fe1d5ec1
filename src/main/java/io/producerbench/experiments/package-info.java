/**
 * The experiments that show what each delivery setting guarantees: what is done to which broker or connection, at which
 * moment, and what must be seen then. Every step is gated on something that was seen, never on time passing.
 */
package io.producerbench.experiments;
