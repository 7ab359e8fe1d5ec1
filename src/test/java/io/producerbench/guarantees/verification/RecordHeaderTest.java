package io.producerbench.guarantees.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordHeaderTest {
    private static final RecordId ID = new RecordId(Long.MIN_VALUE + 3, 4, 5, 6_000_000_000L);

    @ParameterizedTest
    @EnumSource
    void comes_back_as_it_went(RecordKind kind) {
        RecordHeader header = new RecordHeader(ID, 7, kind);

        assertThat(RecordHeader.decode(header.encode(100))).contains(header);
    }

    @ParameterizedTest
    @ValueSource(ints = {RecordHeader.SMALLEST_BYTES, 38, 100, 20_000})
    void fills_any_size(int bytes) {
        RecordHeader header = new RecordHeader(ID, 0, RecordKind.DATA);

        assertThat(header.encode(bytes)).hasSize(bytes);
        assertThat(RecordHeader.decode(header.encode(bytes))).contains(header);
    }

    @Test
    void needs_room_for_itself() {
        assertThat(RecordHeader.SMALLEST_BYTES).isEqualTo(37);
        assertThatThrownBy(() -> new RecordHeader(ID, 0, RecordKind.DATA).encode(36))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a record of at least 37 bytes, got: 36");
    }

    @Test
    void any_single_bit_that_flips_is_noticed() {
        byte[] value = new RecordHeader(ID, 7, RecordKind.DATA).encode(60);
        for (int bit = 0; bit < value.length * Byte.SIZE; bit++) {
            byte[] flipped = value.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThat(RecordHeader.decode(flipped)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void a_value_cut_short_or_made_longer_is_noticed() {
        byte[] value = new RecordHeader(ID, 7, RecordKind.DATA).encode(60);
        for (int bytes = 0; bytes < 100; bytes++) {
            if (bytes != value.length) {
                assertThat(RecordHeader.decode(Arrays.copyOf(value, bytes)))
                        .as("%d bytes", bytes)
                        .isEmpty();
            }
        }
    }

    @Test
    void foreign_bytes_are_not_taken_for_ours() {
        assertThat(RecordHeader.decode(null)).isEmpty();
        assertThat(RecordHeader.decode(new byte[0])).isEmpty();
        assertThat(RecordHeader.decode(new byte[100])).isEmpty();
        assertThat(RecordHeader.decode("somebody else's record, which is long enough".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(bytes = {-1, 2, 127})
    void a_kind_that_is_none_is_not_ours_even_if_the_crc_fits(byte kind) {
        byte[] value = new RecordHeader(ID, 7, RecordKind.DATA).encode(60);
        value[8] = kind;
        CRC32C crc = new CRC32C();
        crc.update(value, 8, value.length - 8);
        ByteBuffer.wrap(value).putInt(4, (int) crc.getValue());

        assertThat(RecordHeader.decode(value)).isEmpty();
    }
}
