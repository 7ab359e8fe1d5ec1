package io.producerbench.cluster.docker;

import java.util.List;
import java.util.Map;

/**
 * The labels by which Docker tells one cluster's containers, volumes and networks from all others, and its nodes apart.
 *
 * @param clusterKey the label that all of them have
 * @param cluster its value, unlike any other cluster's
 * @param nodeKey the label that holds a container's node
 */
record DockerLabels(String clusterKey, String cluster, String nodeKey) {

    /** For what we create ourselves. */
    static DockerLabels own(String cluster) {
        return new DockerLabels("io.producerbench.cluster", cluster, "io.producerbench.node");
    }

    /** What every compose client puts on all it creates for a project. */
    static DockerLabels compose(String project) {
        return new DockerLabels("com.docker.compose.project", project, "com.docker.compose.service");
    }

    Map<String, String> ofCluster() {
        return Map.of(clusterKey, cluster);
    }

    Map<String, String> ofNode(String node) {
        return Map.of(clusterKey, cluster, nodeKey, node);
    }

    /** In the form that Docker's filters take. */
    List<String> labels() {
        return List.of(clusterKey + "=" + cluster);
    }

    /** In the form that {@code docker ps --filter} takes. */
    String filter() {
        return "label=" + clusterKey + "=" + cluster;
    }
}
