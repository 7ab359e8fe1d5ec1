/**
 * Statistics as pure functions: rank tests, distribution-free intervals, looks fixed in advance, judgements. Nothing here reads a
 * file or knows what was measured.
 */
package io.producerbench.stats;
