package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordIndexTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "63, 1", "0, 4294967296", "63, 281474976710655"})
    void what_is_written_is_read(int producer, long sequence) {
        byte[] value = new byte[8];

        RecordIndex.write(value, producer, sequence);

        assertThat(RecordIndex.producer(value)).isEqualTo(producer);
        assertThat(RecordIndex.sequence(value)).isEqualTo(sequence);
    }

    @Test
    void indexed_payloads_differ_from_others_in_eight_bytes_only() {
        byte[] usual = Payloads.seeded(7, 20).value(5);
        byte[] indexed = Payloads.seeded(7, 20).indexed(3).value(5);

        assertThat(RecordIndex.producer(indexed)).isEqualTo(3);
        assertThat(RecordIndex.sequence(indexed)).isEqualTo(5);
        assertThat(new String(indexed).substring(8)).isEqualTo(new String(usual).substring(8));
    }

    @Test
    void a_value_that_is_used_again_has_the_index_of_its_new_record() {
        Payloads payloads = Payloads.seeded(7, 1_000_000).indexed(0);

        assertThat(payloads.value(16)).isSameAs(payloads.value(0));
        assertThat(RecordIndex.sequence(payloads.value(16))).isEqualTo(16);
    }
}
