package io.producerbench.guarantees.clients;

import io.producerbench.guarantees.verification.RecordHeader;
import io.producerbench.guarantees.verification.RecordId;
import io.producerbench.guarantees.verification.RecordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.record.internal.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;

/**
 * Reads log segments on the disks of live or dead brokers: a second opinion on loss that asks no
 * broker. Records behind a damaged batch are not found, because no broker would serve them either.
 */
public final class SegmentScan {
    private static final String SEGMENT = ".log";

    private SegmentScan() {}

    /**
     * Returns the ids of all records of a topic in any of the directories, whatever the outcome of
     * their transactions.
     *
     * @param brokerDataDirectories the directories that hold the brokers'
     *     {@code <topic>-<partition>} directories
     */
    public static Set<RecordId> ids(List<Path> brokerDataDirectories, String topic) {
        Pattern replica = Pattern.compile(Pattern.quote(topic) + "-\\d+");
        Set<RecordId> ids = new HashSet<>();
        try {
            for (Path directory : brokerDataDirectories) {
                for (Path partition : list(directory)) {
                    if (replica.matcher(partition.getFileName().toString()).matches()) {
                        scanPartition(partition, ids);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static void scanPartition(Path directory, Set<RecordId> ids) throws IOException {
        for (Path file : list(directory)) {
            if (file.getFileName().toString().endsWith(SEGMENT)) {
                scanSegment(file, ids);
            }
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static void scanSegment(Path file, Set<RecordId> ids) throws IOException {
        FileRecords segment = FileRecords.open(file.toFile(), false);
        try {
            for (FileChannelRecordBatch batch : segment.batches()) {
                batch.ensureValid();
                if (!batch.isControlBatch()) {
                    batch.forEach(entry -> id(entry, ids));
                }
            }
        } catch (CorruptRecordException e) {
            // The tail of a killed broker's segment. The broker's recovery would cut the file here
            // too.
            return;
        } finally {
            // Not segment.close(), because that would cut the file to the part that was read.
            segment.channel().close();
        }
    }

    private static void id(Record entry, Set<RecordId> ids) {
        if (entry.hasValue()) {
            ByteBuffer value = entry.value();
            byte[] bytes = new byte[value.remaining()];
            value.get(bytes);
            RecordHeader.decode(bytes)
                    .filter(header -> header.kind() == RecordKind.DATA)
                    .ifPresent(header -> ids.add(header.id()));
        }
    }
}
