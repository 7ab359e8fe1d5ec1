/**
 * Faults in the connections of brokers. A proxy stands before every listener and decodes just
 * enough of Kafka's protocol to withhold, delay, swallow or drop requests and responses of one API.
 * Every fault counts the frames it hit, because a fault that hit nothing proves nothing.
 */
package io.producerbench.guarantees.faults;
