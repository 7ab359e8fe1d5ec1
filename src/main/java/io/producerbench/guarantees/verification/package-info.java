/**
 * Compares acknowledged records with readable records: the ledger that a writer keeps, the read-back up to a barrier, and the
 * checker, a pure function of the two. The checker judges the history and does not know which fault caused it.
 */
package io.producerbench.guarantees.verification;
