package io.producerbench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadsTest {

    @Test
    void the_same_seed_gives_the_same_bytes() {
        Payloads one = Payloads.keyed(7, 10);
        Payloads same = Payloads.keyed(7, 10);

        assertThat(LongStream.range(0, 100)).allSatisfy(sequence -> {
            assertThat(one.value(sequence)).isEqualTo(same.value(sequence));
            assertThat(one.key(sequence)).isEqualTo(same.key(sequence));
        });
    }

    /** Or runs of two versions of the suite would not send the same. */
    @Test
    void the_bytes_of_a_seed_stay_what_they_were() {
        assertThat(Payloads.seeded(7, 10).value(0)).asString().isEqualTo("acldlhodij");
    }

    @Test
    void another_seed_gives_other_bytes() {
        assertThat(Payloads.seeded(7, 10).value(0))
                .isNotEqualTo(Payloads.seeded(8, 10).value(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1024, 1_000_000})
    void every_value_is_as_long_as_asked(int recordSize) {
        Payloads payloads = Payloads.seeded(1, recordSize);

        assertThat(LongStream.range(0, 20))
                .allSatisfy(sequence -> assertThat(payloads.value(sequence)).hasSize(recordSize));
    }

    @Test
    void records_in_a_row_differ() {
        Payloads payloads = Payloads.seeded(1, 100);

        assertThat(LongStream.range(0, 16).mapToObj(sequence -> new String(payloads.value(sequence))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Long.MAX_VALUE})
    void there_is_a_value_and_a_key_for_any_sequence_number(long sequence) {
        Payloads payloads = Payloads.keyed(1, 100);

        assertThat(payloads.value(sequence)).hasSize(100);
        assertThat(payloads.key(sequence)).hasSize(16);
    }

    @Test
    void without_keys_every_key_is_null() {
        Payloads payloads = Payloads.seeded(1, 100);

        assertThat(LongStream.range(0, 100))
                .allSatisfy(sequence -> assertThat(payloads.key(sequence)).isNull());
    }

    @Test
    void a_byte_is_one_of_sixteen_symbols() {
        assertThat(Arrays.stream(frequencies(Payloads.seeded(1, 1_000_000).value(0)))
                        .filter(count -> count > 0))
                .hasSize(16);
    }

    @Test
    void a_byte_carries_close_to_four_bits() {
        assertThat(bitsPerByte(Payloads.seeded(1, 1_000_000).value(0))).isBetween(3.999, 4.0);
    }

    @Test
    void what_came_before_a_byte_does_not_tell_what_it_is() {
        byte[] bytes = Payloads.seeded(1, 1_000_000).value(0);
        byte[] pairs = new byte[bytes.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (byte) ((bytes[2 * i] - 'a') * 16 + bytes[2 * i + 1] - 'a');
        }

        assertThat(bitsPerByte(pairs)).isBetween(7.99, 8.0);
    }

    private static double bitsPerByte(byte[] bytes) {
        return Arrays.stream(frequencies(bytes))
                .filter(count -> count > 0)
                .mapToDouble(count -> (double) count / bytes.length)
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    private static long[] frequencies(byte[] bytes) {
        long[] counts = new long[256];
        for (byte value : bytes) {
            counts[value & 0xff]++;
        }
        return counts;
    }
}
