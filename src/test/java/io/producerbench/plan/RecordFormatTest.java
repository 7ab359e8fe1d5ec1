package io.producerbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormatTest {
    @Test
    void a_record_of_1000_bytes_takes_1014_with_its_share_of_a_batch() {
        assertThat(RecordFormat.recordBytes(1000)).isEqualTo(1010);
        double records = RecordFormat.recordsPerBatch(15_543.9, 1000);
        assertThat(records).isCloseTo(15.33, within(0.005));
        assertThat(RecordFormat.bytesPerRecord(1000, records)).isCloseTo(1013.98, within(0.005));
    }

    /** Kafka's own classes write the batch. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 100, 500, 1000, 1024, 8000, 10_000, 100_000, 1_000_000})
    void bytes_are_those_that_kafka_writes_or_at_most_two_more_for_each_record(int value) {
        int records = 20;
        SimpleRecord[] batch = new SimpleRecord[records];
        Arrays.setAll(batch, at -> new SimpleRecord(1_000, null, new byte[value]));

        ByteBuffer written = MemoryRecords.withRecords(Compression.NONE, batch).buffer();

        assertThat((double) written.limit() / records)
                .isBetween(
                        RecordFormat.bytesPerRecord(value, records) - 2, RecordFormat.bytesPerRecord(value, records));
    }
}
