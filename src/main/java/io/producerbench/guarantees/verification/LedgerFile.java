package io.producerbench.guarantees.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * The file of a ledger: one entry a line, each after its CRC. The operating system has a line when
 * {@link #append} returns, so that the line outlives this process. It need not outlive the machine,
 * because no trial stops the machine.
 */
final class LedgerFile implements AutoCloseable {
    private static final String CRC_FORMAT = "%08x ";
    private static final int CRC_CHARS = 9;

    private final Path path;
    // Not a channel, because an interrupt of a writing thread would close it for good.
    private final FileOutputStream out;

    private LedgerFile(Path path, FileOutputStream out) {
        this.path = path;
        this.out = out;
    }

    /** Creates the file, which must not exist. */
    static LedgerFile create(Path path) {
        try {
            Files.createFile(path);
            return new LedgerFile(path, new FileOutputStream(path.toFile(), true));
        } catch (IOException e) {
            throw new LedgerException("could not create a new ledger " + path + ": " + e, e);
        }
    }

    void append(LedgerEntry entry) {
        try {
            out.write((line(entry.text()) + "\n").getBytes(US_ASCII));
        } catch (IOException e) {
            throw new LedgerException("could not write to the ledger " + path + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new LedgerException("could not close the ledger " + path + ": " + e, e);
        }
    }

    /**
     * Returns the state after all entries. Text after the last line end is ignored, because its
     * writer died while writing it.
     */
    static LedgerBalance read(Path path) {
        String text;
        try {
            text = Files.readString(path, US_ASCII);
        } catch (IOException e) {
            throw new LedgerException("could not read the ledger " + path + ": " + e, e);
        }
        LedgerBalance balance = new LedgerBalance();
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                entry(lines.get(i)).addTo(balance);
            } catch (IllegalArgumentException e) {
                throw new LedgerException("line " + (i + 1) + " of the ledger " + path + ": " + e.getMessage(), e);
            }
        }
        return balance;
    }

    private static LedgerEntry entry(String line) {
        String text = line.substring(Math.min(CRC_CHARS, line.length()));
        if (!line.equals(line(text))) {
            throw new IllegalArgumentException("expected a line that its CRC fits, got: " + line);
        }
        return LedgerEntry.parse(text);
    }

    private static String line(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(US_ASCII));
        return String.format(Locale.ROOT, CRC_FORMAT, crc.getValue()) + text;
    }
}
