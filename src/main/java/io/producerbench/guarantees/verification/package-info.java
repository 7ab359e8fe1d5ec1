/**
 * What was acknowledged against what can be read: the ledger that a writer keeps, the read-back up to a barrier, and the
 * checker, a pure function of the two. It judges the history and knows nothing of what was done to the brokers.
 */
package io.producerbench.guarantees.verification;
