package io.producerbench.calibration.discrimination;

import io.producerbench.load.ForkConfig;
import io.producerbench.process.SettingsFile;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of a {@linkplain SlotLoop slot loop}; passed to its process in a file.
 *
 * @param planted the number of comparisons with each planted share
 * @param blocks of each comparison
 * @param slot how long records are sent in one slot
 * @param warmUp before anything is measured
 */
public record SlotConfig(
        String runId,
        Scenario scenario,
        ForkConfig fork,
        Map<Double, Integer> planted,
        int blocks,
        Duration slot,
        Duration warmUp) {

    /**
     * Pairs of neighbouring slots in a block. The order alternates many times, so that a steady
     * drift cancels out.
     */
    public static final int PAIRS_OF_BLOCK = 48;

    private static final String PLANTED = "planted.";

    /** Returns the number of all comparisons. */
    public int comparisons() {
        return planted.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Returns how many blocks are measured for so many blocks of comparisons. Some only tell what a
     * turn costs.
     */
    public static long measured(long blocks) {
        return TurnPrice.BLOCKS + blocks + blocks / SlotLoop.BLOCKS_PER_PRICE;
    }

    /** Returns the largest share that is planted; 0 if there are only equal arms. */
    double largest() {
        return Collections.max(planted.keySet());
    }

    void write(Path file) {
        Map<String, String> settings = fork.settings();
        scenario.values().forEach((axis, value) -> settings.put(axis.param(), value));
        settings.put("run_id", runId);
        planted.forEach((share, count) -> settings.put(PLANTED + share, Integer.toString(count)));
        settings.put("blocks", Integer.toString(blocks));
        settings.put("slot_ns", Long.toString(slot.toNanos()));
        settings.put("warm_up_ns", Long.toString(warmUp.toNanos()));
        SettingsFile.write(file, settings);
    }

    static SlotConfig read(Path file) {
        SettingsFile settings = SettingsFile.read(file);
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        for (Axis axis : Axis.values()) {
            values.put(axis, settings.text(axis.param()));
        }
        Map<Double, Integer> planted = new LinkedHashMap<>();
        settings.below(PLANTED).forEach((share, count) -> planted.put(Double.valueOf(share), Integer.valueOf(count)));
        return new SlotConfig(
                settings.text("run_id"),
                Scenario.of(values),
                ForkConfig.of(settings),
                planted,
                (int) settings.number("blocks"),
                Duration.ofNanos(settings.number("slot_ns")),
                Duration.ofNanos(settings.number("warm_up_ns")));
    }
}
