/**
 * The producer at work: the records, the moments to send them, and the preallocated slots that are
 * their callbacks. Also the readers of the log end, which confirms what was acknowledged. This is
 * the hot path; it allocates nothing of its own for a record.
 */
package io.producerbench.load;
