package io.producerbench.run;

import io.producerbench.failure.UsageException;
import io.producerbench.results.CsvTable;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The rows of what a run has finished. They are written once and never changed; a run that goes on
 * looks first whether they, and the files that they rest on, are still as it wrote them.
 */
public final class FinishedRows<R> {
    private final RunDirectory run;
    private final Path file;
    private final CsvTable<R> table;
    private final RowJournal journal;

    /** What follows if rows are gone. */
    public enum Gone {
        /** What they told is measured again. */
        MEASURED_AGAIN,
        /** The run is refused, because the later rows depend on the earlier ones. */
        REFUSED
    }

    /** @param file of the table, in the run's directory */
    public FinishedRows(RunDirectory run, Path file, CsvTable<R> table) {
        this.run = run;
        this.file = file;
        this.table = table;
        this.journal = new RowJournal(run.journal(file));
    }

    /**
     * Appends one row. When this method returns, the row is on the disk.
     *
     * @param files on which the row rests, in the run's directory
     */
    public void append(R row, List<Path> files) {
        journal.append(RowJournal.Entry.of(run, table.line(row), files));
        table.append(file, row);
    }

    /**
     * Makes the rows of a stopped run ready to be gone on with, and returns them. The part of a row
     * that a crash left at the end is cut off.
     *
     * @param progress is told of rows that are gone
     * @throws UsageException if anything is not as the run wrote it; then nothing is changed
     */
    public List<ResultRow> recover(Gone policy, Progress progress) {
        RawRows rows = RawRows.read(file);
        RowDamage found = new RowDamage(run, file, journal.read());
        if (rows.whole().size() > 1 && !Files.exists(journal.file())) {
            throw refused("scratch/" + journal.file().getFileName()
                    + " is gone, by which rows are checked; restore it, or start anew");
        }
        found.look(rows, table.header());
        requireWhole(found, policy);
        found.goneLines()
                .forEach(line -> progress.report(file.getFileName() + ": the row that stood in line " + line
                        + " is gone, and is measured again"));
        cut(rows.end());
        journal.replace(found.kept());
        return read();
    }

    private void requireWhole(RowDamage found, Gone policy) {
        List<String> damage = found.damage();
        if (!damage.isEmpty()) {
            String more = damage.size() == 1 ? "" : " (and " + (damage.size() - 1) + " more)";
            throw refused(damage.get(0) + more + "; restore the files as the run wrote them, or delete "
                    + (policy == Gone.MEASURED_AGAIN ? "that line" : "that line and all below it")
                    + ", and what it told is measured again");
        }
        List<Integer> gone = found.goneLines();
        boolean isTail = gone.isEmpty() || gone.get(0) == found.kept().size() + 2;
        if (policy == Gone.REFUSED && !isTail) {
            throw refused(file.getFileName() + ": the row that stood in line " + gone.get(0)
                    + " is gone, and later rows depend on it; restore the file as the run wrote it, or delete all lines"
                    + " from there on, and they are measured again");
        }
    }

    private void cut(long end) {
        if (Files.exists(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }

    /** Returns the rows so far; none if there is no file. */
    public List<ResultRow> read() {
        return Files.exists(file) ? CsvTable.read(file) : List.of();
    }

    /** Removes what only an unfinished run needs. */
    public void discard() {
        try {
            Files.deleteIfExists(journal.file());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + journal.file(), e);
        }
    }

    private UsageException refused(String reason) {
        return new UsageException("--resume " + run.path() + ": " + reason);
    }
}
