package io.producerbench.calibration;

import io.producerbench.environment.WorkDirectory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the user asked a calibration to do.
 *
 * @param peers whether other programs are measured too, on real brokers
 * @param blocks how often each arm is measured
 * @param seed of the random order and of the payloads
 * @param brokerVersion of the real brokers
 * @param peerJars the class path of kafka-producer-perf-test
 * @param project the checkout, which holds the jars of the brokers
 * @param results the directory for the new run directory
 * @param workDirectory the directory of the brokers' data
 * @param resumed the directory of the run that goes on; empty for a new run
 */
public record CalibrationRequest(
        boolean peers,
        int blocks,
        long seed,
        String brokerVersion,
        Path peerJars,
        Path project,
        Path results,
        WorkDirectory workDirectory,
        Optional<Path> resumed) {}
