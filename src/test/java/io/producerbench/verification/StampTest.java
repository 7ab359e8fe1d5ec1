package io.producerbench.verification;

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

class StampTest {
    private static final RecordId ID = new RecordId(Long.MIN_VALUE + 3, 4, 5, 6_000_000_000L);

    @ParameterizedTest
    @EnumSource
    void comes_back_as_it_went(Stamp.Kind kind) {
        Stamp stamp = new Stamp(ID, 7, kind);

        assertThat(Stamp.decode(stamp.encode(100))).contains(stamp);
    }

    @ParameterizedTest
    @ValueSource(ints = {Stamp.SMALLEST_BYTES, 38, 100, 20_000})
    void fills_any_size(int bytes) {
        Stamp stamp = new Stamp(ID, 0, Stamp.Kind.DATA);

        assertThat(stamp.encode(bytes)).hasSize(bytes);
        assertThat(Stamp.decode(stamp.encode(bytes))).contains(stamp);
    }

    @Test
    void needs_room_for_itself() {
        assertThat(Stamp.SMALLEST_BYTES).isEqualTo(37);
        assertThatThrownBy(() -> new Stamp(ID, 0, Stamp.Kind.DATA).encode(36))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a record of at least 37 bytes, got: 36");
    }

    @Test
    void any_single_bit_that_flips_is_noticed() {
        byte[] value = new Stamp(ID, 7, Stamp.Kind.DATA).encode(60);
        for (int bit = 0; bit < value.length * Byte.SIZE; bit++) {
            byte[] flipped = value.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThat(Stamp.decode(flipped)).as("bit %d", bit).isEmpty();
        }
    }

    @Test
    void a_value_cut_short_or_made_longer_is_noticed() {
        byte[] value = new Stamp(ID, 7, Stamp.Kind.DATA).encode(60);
        for (int bytes = 0; bytes < 100; bytes++) {
            if (bytes != value.length) {
                assertThat(Stamp.decode(Arrays.copyOf(value, bytes)))
                        .as("%d bytes", bytes)
                        .isEmpty();
            }
        }
    }

    @Test
    void foreign_bytes_are_not_taken_for_ours() {
        assertThat(Stamp.decode(null)).isEmpty();
        assertThat(Stamp.decode(new byte[0])).isEmpty();
        assertThat(Stamp.decode(new byte[100])).isEmpty();
        assertThat(Stamp.decode("somebody else's record, which is long enough".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(bytes = {-1, 2, 127})
    void a_kind_that_is_none_is_not_ours_even_if_the_crc_fits(byte kind) {
        byte[] value = new Stamp(ID, 7, Stamp.Kind.DATA).encode(60);
        value[8] = kind;
        CRC32C crc = new CRC32C();
        crc.update(value, 8, value.length - 8);
        ByteBuffer.wrap(value).putInt(4, (int) crc.getValue());

        assertThat(Stamp.decode(value)).isEmpty();
    }
}
