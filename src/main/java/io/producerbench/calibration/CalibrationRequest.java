package io.producerbench.calibration;

import java.nio.file.Path;

/**
 * What a calibration was asked to do.
 *
 * @param peers whether other programs are measured beside this one, on real brokers
 * @param blocks how often every arm is measured
 * @param seed of the order and of the payloads
 * @param brokerVersion of the real brokers
 * @param peerJars the class path of kafka-producer-perf-test
 * @param project the checkout: where broker jars are
 * @param results the directory that run directories are made in
 */
public record CalibrationRequest(
        boolean peers, int blocks, long seed, String brokerVersion, Path peerJars, Path project, Path results) {}
