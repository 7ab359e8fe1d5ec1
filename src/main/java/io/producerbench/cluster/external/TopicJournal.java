package io.producerbench.cluster.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.producerbench.cluster.ClusterException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/**
 * Records in a file which topics on an existing cluster are ours, by name and id. Each line is on
 * the disk before its topic is used. An incomplete last line is ignored.
 */
final class TopicJournal {

    private static final String CREATED = "created";
    private static final String DELETED = "deleted";
    private static final int FIELDS = 3;

    private final Path file;
    private final Map<String, Uuid> ours = new LinkedHashMap<>();

    private TopicJournal(Path file) {
        this.file = file;
    }

    /** Returns the journal in this file. It may have topics that a killed run has left over. */
    static TopicJournal open(Path file) {
        TopicJournal journal = new TopicJournal(file);
        try {
            if (Files.exists(file)) {
                String text = Files.readString(file);
                text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(journal::replay);
                journal.cut(text.substring(0, text.lastIndexOf('\n') + 1));
            }
            return journal;
        } catch (IOException e) {
            throw new ClusterException("cannot read " + file + ", which says what topics are ours", e);
        }
    }

    /** Removes an incomplete last line, so that the next line does not continue it. */
    private void cut(String whole) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole.getBytes(UTF_8).length);
        }
    }

    private void replay(String line) {
        String[] fields = line.split(" ");
        if (fields.length != FIELDS) {
            return;
        }
        Uuid id = Uuid.fromString(fields[2]);
        if (fields[0].equals(CREATED)) {
            ours.put(fields[1], id);
        } else {
            ours.remove(fields[1], id);
        }
    }

    /** When this returns, it is on the disk that the topic of this id is ours. */
    synchronized void created(String topic, Uuid id) {
        append(CREATED, topic, id);
        ours.put(topic, id);
    }

    /** When this returns, it is on the disk that the topic of this id is gone. */
    synchronized void deleted(String topic, Uuid id) {
        append(DELETED, topic, id);
        ours.remove(topic, id);
    }

    /** Returns the id of our topic of this name; empty if we have none. */
    synchronized Optional<Uuid> id(String topic) {
        return Optional.ofNullable(ours.get(topic));
    }

    /** Returns the topics that were created and not deleted, in order. */
    synchronized Map<String, Uuid> ours() {
        return new LinkedHashMap<>(ours);
    }

    private void append(String what, String topic, Uuid id) {
        ByteBuffer line = ByteBuffer.wrap((what + " " + topic + " " + id + "\n").getBytes(UTF_8));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new ClusterException("cannot write to " + file + " that topic " + topic + " was " + what, e);
        }
    }
}
