package io.producerbench.calibration.discrimination;

import io.producerbench.failure.FailedStepException;
import io.producerbench.process.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Runs a {@linkplain SlotLoop slot loop} in a JVM of its own. */
public final class SlotProcess {
    private static final Duration LOOK = Duration.ofSeconds(5);

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
     * When this returns, the file holds all blocks.
     *
     * @param progress gets the number of complete comparisons each time it has grown
     * @throws FailedStepException if it does not end well
     */
    public void run(SlotConfig config, Path blocks, IntConsumer progress) {
        Path file = scratch.resolve("slot-order.properties");
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of(SlotLoop.class.getName(), file.toString(), blocks.toString()));
        config.write(file);
        try (ChildJvm loop = ChildJvm.start("the slot loop", command, scratch.resolve("slot-loop.log"))) {
            int told = 0;
            boolean ended = false;
            while (!ended) {
                ended = loop.hasEnded(LOOK);
                int complete = complete(blocks, config.blocks());
                if (complete > told) {
                    told = complete;
                    progress.accept(complete);
                }
            }
            loop.await(LOOK);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run the slot loop in " + scratch, e);
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
}
