package io.producerbench.cluster.docker;

import java.util.List;
import java.util.Map;

/**
 * The labels that tell one cluster's containers, volumes and networks from all others, and its
 * nodes from each other.
 *
 * @param clusterKey the label that all of them have
 * @param cluster its value, which no other cluster has
 * @param nodeKey the label that holds a container's node
 */
record DockerLabels(String clusterKey, String cluster, String nodeKey) {

    /** Returns the labels that we put on what we create. */
    static DockerLabels own(String cluster) {
        return new DockerLabels("io.producerbench.cluster", cluster, "io.producerbench.node");
    }

    /** Returns the labels that compose puts on everything it creates for a project. */
    static DockerLabels compose(String project) {
        return new DockerLabels("com.docker.compose.project", project, "com.docker.compose.service");
    }

    Map<String, String> ofCluster() {
        return Map.of(clusterKey, cluster);
    }

    Map<String, String> ofNode(String node) {
        return Map.of(clusterKey, cluster, nodeKey, node);
    }

    /** Returns the cluster's label in the form that Docker's filters take. */
    List<String> filters() {
        return List.of(clusterKey + "=" + cluster);
    }

    /** Returns the cluster's label in the form that {@code docker ps --filter} takes. */
    String filter() {
        return "label=" + clusterKey + "=" + cluster;
    }
}
