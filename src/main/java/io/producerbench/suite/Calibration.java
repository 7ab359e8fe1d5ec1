package io.producerbench.suite;

import io.producerbench.calibration.Finding;
import java.nio.file.Path;
import java.util.List;

/** What the harness itself costs on this machine, into one run directory. */
public final class Calibration {
    private final CalibrationRequest request;

    public Calibration(CalibrationRequest request, Progress progress) {
        this.request = request;
    }

    /** @param notOk the samples that cannot be used, with their reasons */
    public record Outcome(Path directory, List<Finding> findings, List<String> notOk) {}

    /** Measures what the request asks for. */
    public Outcome run() {
        throw new IllegalStateException("not measured yet: " + request);
    }
}
