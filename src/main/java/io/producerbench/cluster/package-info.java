/**
 * Real brokers. {@link io.producerbench.cluster.Cluster} hides how they are run, and
 * {@link io.producerbench.cluster.ClusterKind} starts them. Nothing here measures, prints or exits.
 * A failure of the environment is a {@link io.producerbench.cluster.ClusterException}.
 */
package io.producerbench.cluster;
