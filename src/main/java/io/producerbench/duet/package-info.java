/**
 * Compares two arms (commits, jars, client versions, broker versions or settings) in one run:
 * prepares them, measures them in pairs, and judges them.
 */
package io.producerbench.duet;
