/**
 * Real brokers, however they are run. One {@link io.producerbench.cluster.Cluster} hides who started them;
 * {@link io.producerbench.cluster.ClusterKind} starts one. Nothing here measures, prints or exits: what the environment
 * denies us is thrown as a {@link io.producerbench.cluster.ClusterException}.
 */
package io.producerbench.cluster;
