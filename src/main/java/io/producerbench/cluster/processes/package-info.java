/** Brokers and a dedicated controller as plain JVMs on this machine. */
package io.producerbench.cluster.processes;
