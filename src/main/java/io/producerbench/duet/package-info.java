/**
 * Two arms (commits, jars, client versions, broker versions or settings) in one run: made ready, measured in pairs, and judged.
 */
package io.producerbench.duet;
