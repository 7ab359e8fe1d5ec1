package io.producerbench.calibration;

import io.producerbench.results.RunIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a part of a calibration has found so far, block by block, on the same brokers. */
public final class Findings {
    private final RunIdentity run;
    private final Map<Key, List<Double>> values = new LinkedHashMap<>();

    private record Key(CalibrationCheck goal, String setting) {}

    Findings(RunIdentity run) {
        this.run = run;
    }

    public RunIdentity run() {
        return run;
    }

    /** A further block's value. */
    public void add(CalibrationCheck goal, String setting, double value) {
        values.computeIfAbsent(new Key(goal, setting), unused -> new ArrayList<>())
                .add(value);
    }

    /** In the order of the goals, and of their settings' first values. */
    List<CalibrationFinding> list() {
        return values.entrySet().stream()
                .map(entry -> new CalibrationFinding(
                        entry.getKey().goal(), entry.getKey().setting(), entry.getValue()))
                .sorted((one, two) -> one.goal().compareTo(two.goal()))
                .toList();
    }
}
