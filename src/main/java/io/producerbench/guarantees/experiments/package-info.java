/**
 * The experiments that show what each delivery setting guarantees: what is done to which broker or connection, at which
 * moment, and what must be seen then; among them the outage of one broker that a sweep takes samples in. Every step is
 * gated on something that was seen, never on time passing.
 */
package io.producerbench.guarantees.experiments;
