/** One node of a cluster, its settings, its topics and what it sees; shared by the kinds of cluster that we start. */
package io.producerbench.cluster.node;
