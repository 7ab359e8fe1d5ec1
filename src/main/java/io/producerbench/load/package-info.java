/**
 * What a measured program does: records to send and the moments to send them, the producer that sends them, and the
 * preallocated slots that are the callbacks. The hot path of the suite; it allocates nothing per record of its own.
 */
package io.producerbench.load;
