package io.producerbench.cluster.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.Network;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import io.producerbench.process.Polling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** The calls to this machine's Docker that clusters need. */
record Docker(DockerClient client) {

    private static final long ANSWER_S = 20;
    private static final Polling PATIENCE = Polling.seconds(60);
    private static final String LABEL = "label";

    /**
     * When this returns, Docker has answered. Not Testcontainers' own client, because that one
     * first starts a container that compose does not need.
     */
    static Docker reach(ClusterKind kind) {
        DockerHost.require(kind);
        try {
            DockerClient client = DockerClientProviderStrategy.getClientForConfig(
                    DockerClientFactory.instance().getTransportConfig());
            client.pingCmd().exec();
            return new Docker(client);
        } catch (RuntimeException e) {
            throw DockerHost.silent(kind, e);
        }
    }

    /** Returns the ids of this cluster's containers by the names of their nodes. */
    Map<String, String> containers(DockerLabels labels) {
        Map<String, String> ids = new TreeMap<>();
        for (Container container : all(labels)) {
            ids.put(container.getLabels().get(labels.nodeKey()), container.getId());
        }
        return ids;
    }

    private List<Container> all(DockerLabels labels) {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels.ofCluster())
                .exec();
    }

    /** When this returns, no container, volume or network of this cluster is left. */
    void remove(DockerLabels labels) {
        // Tried repeatedly, because a shutdown hook of Testcontainers or ours may be removing the
        // same things now, and a network can be removed only after its last container.
        if (!PATIENCE.await(() -> isRemoved(labels))) {
            throw new ClusterException("expected Docker to remove everything with " + labels.filter() + " within "
                    + PATIENCE.limit() + ", got some of it left: remove it by hand");
        }
    }

    private boolean isRemoved(DockerLabels labels) {
        List<Container> containers = all(labels);
        containers.forEach(container -> attempt(
                client.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true)::exec));
        List<InspectVolumeResponse> volumes = volumes(labels);
        volumes.forEach(volume -> attempt(client.removeVolumeCmd(volume.getName())::exec));
        List<Network> networks = networks(labels);
        networks.forEach(network -> attempt(client.removeNetworkCmd(network.getId())::exec));
        return containers.isEmpty() && volumes.isEmpty() && networks.isEmpty()
                || all(labels).isEmpty()
                        && volumes(labels).isEmpty()
                        && networks(labels).isEmpty();
    }

    private List<InspectVolumeResponse> volumes(DockerLabels labels) {
        List<InspectVolumeResponse> volumes = client.listVolumesCmd()
                .withFilter(LABEL, labels.filters())
                .exec()
                .getVolumes();
        return volumes == null ? List.of() : volumes;
    }

    private List<Network> networks(DockerLabels labels) {
        return client.listNetworksCmd().withFilter(LABEL, labels.filters()).exec();
    }

    private static void attempt(Runnable removal) {
        try {
            removal.run();
        } catch (DockerException e) {
            // Gone already, or still in use. The caller checks next whether any is left.
            return;
        }
    }

    /** Returns the output of a command in a container. */
    String output(String container, String... command) {
        String id = client.execCreateCmd(container)
                .withCmd(command)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        return read(client.execStartCmd(id).exec(new Text()));
    }

    /** Returns the end of a container's output, dead or alive. */
    String log(String container, int lines) {
        return read(client.logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .withTail(lines)
                .exec(new Text()));
    }

    /**
     * When this returns, the container's whole output is in the directory, which is created if it
     * is missing.
     */
    void keepLog(String container, Path directory, String node) {
        String log = read(client.logContainerCmd(container)
                .withStdOut(true)
                .withStdErr(true)
                .withTailAll()
                .exec(new Text()));
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(node + ".log"), log);
        } catch (IOException e) {
            throw new ClusterException("could not keep the brokers' logs in " + directory, e);
        }
    }

    private static String read(Text text) {
        try {
            if (!text.awaitCompletion(ANSWER_S, TimeUnit.SECONDS)) {
                throw new ClusterException("expected Docker to answer within " + ANSWER_S + " s, got nothing");
            }
            return text.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for Docker", e);
        }
    }

    private static final class Text extends ResultCallback.Adapter<Frame> {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public synchronized void onNext(Frame frame) {
            bytes.writeBytes(frame.getPayload());
        }

        @Override
        public synchronized String toString() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
