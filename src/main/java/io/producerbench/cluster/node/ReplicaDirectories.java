package io.producerbench.cluster.node;

import io.producerbench.process.Polling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where brokers keep the partitions of a topic on disk. */
public final class ReplicaDirectories {

    private static final Polling DELETION = Polling.seconds(30);
    private static final int NODE_AND_REPLICA = 2;

    private ReplicaDirectories() {}

    /**
     * When this returns, no broker's directory has data of this topic, or 30 s have passed. Not an error then: nobody can see the
     * topic, only the disk is not free yet. A killed broker is not waited for, since it deletes nothing before it is back.
     */
    public static void awaitGone(Brokers brokers, Function<Integer, Optional<Path>> data, String topic) {
        List<Path> live = brokers.ids().stream()
                .filter(broker -> !brokers.broker(broker).isKilled())
                .flatMap(broker -> data.apply(broker).stream())
                .toList();
        DELETION.await(() -> live.stream().noneMatch(directory -> areIn(directory, topic)));
    }

    /** Whether a node's directory, or one that holds several nodes', still has data of this topic, be it renamed for deletion. */
    public static boolean areIn(Path data, String topic) {
        Pattern replica = Pattern.compile(Pattern.quote(topic) + "-\\d+(\\.[0-9a-f]+-delete)?");
        try (Stream<Path> paths = Files.find(data, NODE_AND_REPLICA, (path, attributes) -> attributes.isDirectory())) {
            return paths.anyMatch(
                    path -> replica.matcher(path.getFileName().toString()).matches());
        } catch (IOException | UncheckedIOException e) {
            // A directory went away under the walk: the brokers are still deleting.
            return true;
        }
    }
}
