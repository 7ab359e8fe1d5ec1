/**
 * The tables of {@code README.md} and {@code benchmarks.md}, made from the runs that {@code
 * docs/sources.json} names and put between the markers of the pages.
 */
package io.producerbench.report.docs;
