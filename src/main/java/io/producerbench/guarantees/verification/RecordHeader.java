package io.producerbench.guarantees.verification;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The header in a record's value, which identifies the record. A CRC covers everything after it.
 * Zeros pad it to any size.
 *
 * @param transaction the number of the transaction it is sent in, 0 without one
 */
public record RecordHeader(RecordId id, int transaction, RecordKind kind) {
    private static final int MAGIC = 0x6b706231;
    private static final int CRC_AT = Integer.BYTES;
    private static final int AFTER_CRC = CRC_AT + Integer.BYTES;

    /** The size of a value without padding. */
    static final int SMALLEST_BYTES = AFTER_CRC + 1 + 2 * Long.BYTES + 3 * Integer.BYTES;

    /** Returns a value of exactly this many bytes. */
    public byte[] encode(int bytes) {
        if (bytes < SMALLEST_BYTES) {
            throw new IllegalArgumentException(
                    "expected a record of at least " + SMALLEST_BYTES + " bytes, got: " + bytes);
        }
        ByteBuffer value = ByteBuffer.allocate(bytes);
        value.putInt(MAGIC).putInt(0).put((byte) kind.ordinal());
        value.putLong(id.run()).putInt(id.producer()).putInt(id.partition()).putLong(id.sequence());
        value.putInt(transaction);
        value.putInt(CRC_AT, crc(value.array()));
        return value.array();
    }

    /**
     * Returns the header in a value, empty if {@link #encode} did not write the value or if it was
     * damaged since.
     */
    public static Optional<RecordHeader> decode(byte[] bytes) {
        if (bytes == null || bytes.length < SMALLEST_BYTES) {
            return Optional.empty();
        }
        ByteBuffer value = ByteBuffer.wrap(bytes);
        if (value.getInt() != MAGIC || value.getInt() != crc(bytes)) {
            return Optional.empty();
        }
        int kind = value.get();
        if (kind < 0 || kind >= RecordKind.values().length) {
            return Optional.empty();
        }
        RecordId id = new RecordId(value.getLong(), value.getInt(), value.getInt(), value.getLong());
        return Optional.of(new RecordHeader(id, value.getInt(), RecordKind.values()[kind]));
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, AFTER_CRC, bytes.length - AFTER_CRC);
        return (int) crc.getValue();
    }
}
