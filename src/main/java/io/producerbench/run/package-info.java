/**
 * What every run does once: it takes the lock, makes its directory, says who and where it is,
 * reports progress, and leaves nothing behind.
 */
package io.producerbench.run;
