/**
 * Brokers and a dedicated controller in containers on this machine, started by Testcontainers or by
 * compose.
 */
package io.producerbench.cluster.docker;
