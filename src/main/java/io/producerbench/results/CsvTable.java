package io.producerbench.results;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A CSV file (RFC 4180, UTF-8, LF) whose header and cells come from one list of columns. */
public record CsvTable<R>(List<Column<R>> columns) {
    /** Returns the header line. */
    public String header() {
        return line(columns.stream().map(Column::name).toList());
    }

    /** Returns one row's line. */
    public String line(R row) {
        return line(columns.stream().map(column -> column.cell().apply(row)).toList());
    }

    private static String line(List<String> cells) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /**
     * Appends one row, after the header if the file is new. When this method returns, the row is on
     * the disk.
     */
    public void append(Path file, R row) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(endOfWholeLines(channel));
            channel.position(channel.size());
            String text = (channel.size() == 0 ? header() : "") + line(row);
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /**
     * Returns the end of the last complete line. The bytes after it belong to a row that a crash
     * cut off.
     */
    private static long endOfWholeLines(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /** Returns the whole table as text. */
    public String text(List<R> rows) {
        StringBuilder text = new StringBuilder(header());
        rows.forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static ResultRow row(Path file, NamedCsvRecord record) {
        if (record.getFieldCount() != record.getHeader().size()) {
            throw new IllegalArgumentException(
                    "expected " + record.getHeader().size() + " fields as in the header, got " + record.getFieldCount()
                            + " in line " + record.getStartingLineNumber());
        }
        return new ResultRow(file, record.getStartingLineNumber(), new LinkedHashMap<>(record.getFieldsAsMap()));
    }

    /** Reads the rows of a file, in order. The reader is strict about RFC 4180. */
    public static List<ResultRow> read(Path file) {
        List<ResultRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : csv) {
                rows.add(row(file, record));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return List.copyOf(rows);
    }
}
