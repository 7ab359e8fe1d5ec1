/**
 * What two measurements of the same thing say about each other: statistics of ratios, with an interval, a practical margin and
 * a judgement that may be "inconclusive". Pure: it computes from rows that were read back, and never measures or writes.
 */
package io.producerbench.compare;
