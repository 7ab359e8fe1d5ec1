package io.producerbench.calibration.discrimination;

import io.producerbench.load.ForkConfig;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What a {@linkplain SlotLoop slot loop} is to do; passed to its process as a file.
 *
 * @param planted how many comparisons with each planted share
 * @param blocks of each comparison
 * @param slot how long records are sent in one slot
 * @param warmUp before anything is measured
 */
public record SlotConfig(
        String runId,
        Scenario scenario,
        ForkConfig handover,
        Map<Double, Integer> planted,
        int blocks,
        Duration slot,
        Duration warmUp) {

    /** Pairs of neighbouring slots in a block: many times there and back, so that what rises evenly cancels out. */
    public static final int PAIRS_OF_BLOCK = 48;

    /** All comparisons. */
    public int comparisons() {
        return planted.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The blocks that are measured for so many blocks of comparisons, those included that only tell what a turn costs. */
    public static long measured(long blocks) {
        return TurnPrice.BLOCKS + blocks + blocks / SlotLoop.BLOCKS_PER_PRICE;
    }

    /** The largest share that is planted; 0 if there are only equal arms. */
    double largest() {
        return Collections.max(planted.keySet());
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        scenario.values().forEach((axis, value) -> properties.setProperty(axis.param(), value));
        properties.setProperty("run_id", runId);
        properties.setProperty("bootstrap.servers", handover.bootstrapServers());
        properties.setProperty("topic", handover.topic());
        properties.setProperty("seed", Long.toString(handover.seed()));
        planted.forEach((share, count) -> properties.setProperty("planted." + share, Integer.toString(count)));
        properties.setProperty("blocks", Integer.toString(blocks));
        properties.setProperty("slot_ns", Long.toString(slot.toNanos()));
        properties.setProperty("warm_up_ns", Long.toString(warmUp.toNanos()));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    static SlotConfig read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            values.put(axis, properties.getProperty(axis.param()));
        }
        Map<Double, Integer> planted = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("planted."))
                .sorted()
                .forEach(name -> planted.put(
                        Double.valueOf(name.substring("planted.".length())),
                        Integer.valueOf(properties.getProperty(name))));
        return new SlotConfig(
                properties.getProperty("run_id"),
                Scenario.of(values),
                new ForkConfig(
                        properties.getProperty("bootstrap.servers"),
                        properties.getProperty("topic"),
                        Long.parseLong(properties.getProperty("seed"))),
                planted,
                Integer.parseInt(properties.getProperty("blocks")),
                Duration.ofNanos(Long.parseLong(properties.getProperty("slot_ns"))),
                Duration.ofNanos(Long.parseLong(properties.getProperty("warm_up_ns"))));
    }
}
