/**
 * Whose the processors of a machine were while a fork measured there: counters read again and again,
 * and their growth within the fork's windows.
 */
package io.producerbench.watch;
