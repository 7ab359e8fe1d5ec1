package io.producerbench.calibration.peers;

import java.nio.file.Path;

/**
 * A program that starts a perf-test by the java it is given, says its process id, and never closes
 * it.
 */
final class OrphanedPerfTest {
    private OrphanedPerfTest() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[1]);
        PerfTestProcess process = PerfTest.of(directory, "broker:9092", "orders", PerfTest.Records.atMaxRate(5, 100))
                .withJava(Path.of(arguments[0]))
                .start(directory);
        System.out.println(process.handle().pid());
        Thread.currentThread().join();
    }
}
