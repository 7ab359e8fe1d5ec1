package io.producerbench.calibration.discrimination;

import io.producerbench.calibration.PeerException;
import io.producerbench.process.ParentDeathWatchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Runs a {@linkplain SlotLoop slot loop} in a JVM of its own. */
public final class SlotProcess {
    private static final long LOOK_S = 5;
    private static final int LAST_LINES = 20;

    private final List<String> java;
    private final Path scratch;

    /**
     * @param java the executable and the flags of its JVM, class path included
     * @param scratch a directory for the files that pass between the processes
     */
    public SlotProcess(List<String> java, Path scratch) {
        this.java = List.copyOf(java);
        this.scratch = scratch;
    }

    /**
     * When this returns, all blocks are in the file.
     *
     * @param progress is told how many comparisons are complete, whenever there are more
     * @throws PeerException if it does not end well
     */
    public void run(SlotConfig order, Path blocks, IntConsumer progress) {
        Path file = scratch.resolve("slot-order.properties");
        Path log = scratch.resolve("slot-loop.log");
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(SlotLoop.class.getName(), file.toString(), blocks.toString()));
        try {
            order.write(file);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            ParentDeathWatchdog.over(process);
            try {
                await(process, order, blocks, progress);
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw new PeerException("the slot loop ended with exit code " + process.exitValue()
                        + "; its last lines:\n" + lastLines(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run the slot loop in " + scratch, e);
        }
    }

    private static void await(Process process, SlotConfig order, Path blocks, IntConsumer progress) throws IOException {
        int told = 0;
        boolean ended = false;
        while (!ended) {
            try {
                ended = process.waitFor(LOOK_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PeerException("the slot loop was not waited for", e);
            }
            int complete = complete(blocks, order.blocks());
            if (complete > told) {
                told = complete;
                progress.accept(complete);
            }
        }
    }

    private static int complete(Path blocks, int each) throws IOException {
        if (!Files.exists(blocks)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(blocks)) {
            return (int) Math.max(0, lines.count() - 1) / each;
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
