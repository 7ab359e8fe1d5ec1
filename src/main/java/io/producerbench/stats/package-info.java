/**
 * Statistics as pure functions: rank tests, distribution-free intervals, looks fixed in advance,
 * judgements. This package reads no file and does not know what was measured.
 */
package io.producerbench.stats;
