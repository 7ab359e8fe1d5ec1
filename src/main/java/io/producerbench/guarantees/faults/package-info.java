/**
 * What is done to brokers' connections: a proxy in front of every listener, which understands just enough of Kafka's protocol
 * to withhold, delay, swallow or drop requests and responses of one kind. Every fault counts what it hit, because one that hit
 * nothing proves nothing.
 */
package io.producerbench.guarantees.faults;
