/**
 * The ledger of what was attempted, and the checker that holds it against what was read back. The
 * checker judges the history alone, and does not know what was done to the brokers.
 */
package io.producerbench.guarantees.verification;
