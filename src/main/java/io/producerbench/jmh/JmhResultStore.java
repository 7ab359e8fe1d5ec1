package io.producerbench.jmh;

import io.producerbench.scenario.BlockPlan.Step;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;

/**
 * Keeps JMH's own results while a run is not complete, one serialised file for each sample, because
 * a run that is resumed must report all of them.
 */
public final class JmhResultStore {
    private final Path directory;

    private JmhResultStore(Path directory) {
        this.directory = directory;
    }

    /** Returns the store in this directory, which need not exist yet. */
    public static JmhResultStore in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
        return new JmhResultStore(directory);
    }

    /** Keeps the result of a sample, and returns its file. */
    public Path keep(Step step, RunResult result) {
        Path file = file(step);
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(result);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Forgets what an attempt that a crash cut off has left. */
    public void forget(Step step) {
        try {
            Files.deleteIfExists(file(step));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Step step) {
        return directory.resolve(String.format(Locale.ROOT, "%04d-%04d.ser", step.block(), step.orderInBlock()));
    }

    /** Returns all results that were kept, in the order of the plan. */
    public List<RunResult> all() {
        List<RunResult> results = new ArrayList<>();
        for (Path file : files()) {
            results.add(read(file));
        }
        return results;
    }

    public void discard() {
        try {
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    private static RunResult read(Path file) {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return (RunResult) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a result of another version: " + file, e);
        }
    }
}
