/**
 * Nodes of a cluster, their settings, topics and views; shared by the kinds of cluster that we
 * start.
 */
package io.producerbench.cluster.node;
