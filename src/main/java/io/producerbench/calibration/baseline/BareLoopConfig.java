package io.producerbench.calibration.baseline;

import io.producerbench.load.ForkConfig;
import io.producerbench.process.SettingsFile;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The settings of a {@linkplain BareLoop bare loop}; passed to its process in a file. */
record BareLoopConfig(Scenario scenario, ForkConfig fork, long warmUpNanos, long measuredNanos) {

    void write(Path file) {
        Map<String, String> settings = fork.settings();
        scenario.values().forEach((axis, value) -> settings.put(axis.param(), value));
        settings.put("warm_up_ns", Long.toString(warmUpNanos));
        settings.put("measured_ns", Long.toString(measuredNanos));
        SettingsFile.write(file, settings);
    }

    static BareLoopConfig read(Path file) {
        SettingsFile settings = SettingsFile.read(file);
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            values.put(axis, settings.text(axis.param()));
        }
        return new BareLoopConfig(
                Scenario.of(values),
                ForkConfig.of(settings),
                settings.number("warm_up_ns"),
                settings.number("measured_ns"));
    }
}
