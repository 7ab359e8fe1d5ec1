package io.producerbench.cluster.node;

import io.producerbench.process.Polling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The directories of a topic's partitions on the brokers' disks. */
public final class ReplicaDirectories {

    private static final Polling DELETION = Polling.seconds(30);
    private static final int NODE_AND_REPLICA = 2;

    private ReplicaDirectories() {}

    /**
     * When this returns, no data of this topic is in the directories, or 30 s have passed. The
     * timeout is no error, because no client can see the topic any more: only its disk space is not
     * free yet.
     */
    static void awaitGone(List<Path> directories, String topic) {
        DELETION.await(() -> directories.stream().noneMatch(directory -> areIn(directory, topic)));
    }

    /**
     * True if a node's directory, or a directory that holds those of several nodes, has data of
     * this topic. Data that is renamed for deletion counts.
     */
    public static boolean areIn(Path data, String topic) {
        Pattern replica = Pattern.compile(Pattern.quote(topic) + "-\\d+(\\.[0-9a-f]+-delete)?");
        try (Stream<Path> paths = Files.find(data, NODE_AND_REPLICA, (path, attributes) -> attributes.isDirectory())) {
            return paths.anyMatch(
                    path -> replica.matcher(path.getFileName().toString()).matches());
        } catch (IOException | UncheckedIOException e) {
            // A directory disappeared during the walk: the brokers are still deleting.
            return true;
        }
    }
}
