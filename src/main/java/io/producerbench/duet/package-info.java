/** Two arms (commits, client versions, broker versions or settings) alive in one run: made ready, measured in pairs, judged. */
package io.producerbench.duet;
