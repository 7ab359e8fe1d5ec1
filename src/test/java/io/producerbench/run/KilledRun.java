package io.producerbench.run;

import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a run that was killed at one moment has on the disk.
 *
 * @param files by their paths in the run's directory
 */
public record KilledRun(Map<String, byte[]> files) {
    /** The journal is written after the files that a row rests on, and the row after it. */
    private static final Comparator<String> ORDER = Comparator.<String, Integer>comparing(
                    name -> name.endsWith(".csv") ? 2 : name.endsWith(".journal") ? 1 : 0)
            .thenComparing(Comparator.naturalOrder());

    /**
     * Returns what is on the disk after each byte that {@code writing} writes; of a long file at
     * most {@code most} such moments, the first and the last among them.
     */
    public static List<KilledRun> during(Runnable writing, RunDirectory run, int most) {
        Map<String, byte[]> state = read(run);
        writing.run();
        Map<String, byte[]> after = read(run);
        List<KilledRun> killed = new ArrayList<>();
        for (String name : after.keySet().stream().sorted(ORDER).toList()) {
            byte[] now = after.get(name);
            byte[] old = state.getOrDefault(name, new byte[0]);
            if (!Arrays.equals(old, now)) {
                // What is not appended to is written anew.
                int begin = Arrays.mismatch(old, now) == old.length ? old.length : 0;
                int step = Math.max(1, (now.length - begin) / most);
                for (int end = begin; end < now.length; end += step) {
                    killed.add(with(state, name, Arrays.copyOf(now, end)));
                }
                state = with(state, name, now).files;
                killed.add(new KilledRun(state));
            }
        }
        return killed;
    }

    private static KilledRun with(Map<String, byte[]> files, String name, byte[] content) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(name, content);
        return new KilledRun(changed);
    }

    /** Makes the directory as it was. */
    public void restore(RunDirectory run) {
        try {
            for (String name : read(run).keySet()) {
                Files.delete(run.path().resolve(name));
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(run.path().resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a file, up to the end of its last line; empty if there is none. */
    public String lines(Path name) {
        String text = new String(files.getOrDefault(name.toString(), new byte[0]));
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static Map<String, byte[]> read(RunDirectory run) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run.path())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(run.path().relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
