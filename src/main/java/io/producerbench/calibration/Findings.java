package io.producerbench.calibration;

import io.producerbench.results.RunIdentity;
import io.producerbench.results.sample.ForkResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the values that a part of a calibration measures on the same brokers, block by block.
 */
public final class Findings {
    private final RunIdentity run;
    private final List<Value> values = new ArrayList<>();

    /** The value of one block. */
    record Value(CalibrationCheck check, String setting, double value) {}

    private record FindingKey(CalibrationCheck check, String setting) {}

    Findings(RunIdentity run) {
        this.run = run;
    }

    public RunIdentity run() {
        return run;
    }

    /** Adds the value of one more block. */
    public void add(CalibrationCheck check, String setting, double value) {
        values.add(new Value(check, setting, value));
    }

    /** Returns how many values there are. */
    int size() {
        return values.size();
    }

    /** Returns the values after the first {@code size}. */
    List<Value> since(int size) {
        return List.copyOf(values.subList(size, values.size()));
    }

    void addAll(List<Value> more) {
        values.addAll(more);
    }

    /** Adds how our counts differ from the brokers' log, which holds {@code held} records. */
    public void addLogEnd(String setting, ForkResult measured, long held) {
        add(
                CalibrationCheck.LOG_END_COUNT,
                setting,
                (double) measured.counts().totals().succeeded() - held);
        add(
                CalibrationCheck.LOG_END_RATE,
                setting,
                measured.clientRecordsPerSecondBetweenReadings() / measured.brokerRecordsPerSecond() - 1);
    }

    /**
     * Returns the findings in the order of the checks, and for each check in the order in which its
     * settings were first added.
     */
    List<CalibrationFinding> list() {
        Map<FindingKey, List<Double>> settings = new LinkedHashMap<>();
        for (Value value : values) {
            settings.computeIfAbsent(new FindingKey(value.check, value.setting), unused -> new ArrayList<>())
                    .add(value.value);
        }
        return settings.entrySet().stream()
                .map(entry -> new CalibrationFinding(
                        entry.getKey().check(), entry.getKey().setting(), entry.getValue()))
                .sorted((one, two) -> one.check().compareTo(two.check()))
                .toList();
    }
}
