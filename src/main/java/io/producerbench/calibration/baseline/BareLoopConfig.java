package io.producerbench.calibration.baseline;

import io.producerbench.load.ForkConfig;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** What a bare loop is to do; passed to its process as a file. */
record BareLoopConfig(Scenario scenario, ForkConfig handover, long warmUpNanos, long measuredNanos) {

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        scenario.values().forEach((axis, value) -> properties.setProperty(axis.param(), value));
        properties.setProperty("bootstrap.servers", handover.bootstrapServers());
        properties.setProperty("topic", handover.topic());
        properties.setProperty("payload_seed", Long.toString(handover.seed()));
        properties.setProperty("warm_up_ns", Long.toString(warmUpNanos));
        properties.setProperty("measured_ns", Long.toString(measuredNanos));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    static BareLoopConfig read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            values.put(axis, properties.getProperty(axis.param()));
        }
        return new BareLoopConfig(
                Scenario.of(values),
                new ForkConfig(
                        properties.getProperty("bootstrap.servers"),
                        properties.getProperty("topic"),
                        Long.parseLong(properties.getProperty("payload_seed"))),
                Long.parseLong(properties.getProperty("warm_up_ns")),
                Long.parseLong(properties.getProperty("measured_ns")));
    }
}
