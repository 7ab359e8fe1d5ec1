/** One plaintext connection to one broker, with Kafka's own request classes. */
package io.producerbench.wire;
