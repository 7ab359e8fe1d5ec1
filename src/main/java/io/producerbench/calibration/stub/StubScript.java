package io.producerbench.calibration.stub;

import io.producerbench.process.SettingsFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a stub broker behaves. With the same script and the same requests in the same order, it does
 * the same.
 *
 * @param partitions of each topic; a topic exists as soon as a client asks for it
 * @param visibleDelay from the acknowledgement of a batch, whether it is sent or not, to when
 *     consumers can read it; empty if no records are kept and no consumer can read
 * @param errorShare the probability that {@code errorKind} hits a batch of a produce request
 * @param keepTruth whether the stub records what it did; off where only its speed is of interest
 */
public record StubScript(
        int partitions,
        Delay produceDelay,
        Delay endTxnDelay,
        Optional<Delay> visibleDelay,
        double errorShare,
        ScriptedError errorKind,
        boolean keepTruth,
        long seed) {
    private static final String NOT_KEPT = "none";

    public StubScript {
        if (partitions < 1) {
            throw new IllegalArgumentException("expected partitions to be at least 1, got " + partitions);
        }
        if (!(errorShare >= 0 && errorShare <= 1)) {
            throw new IllegalArgumentException("expected error_share to be between 0 and 1, got " + errorShare);
        }
        if (errorShare > 0 == (errorKind == ScriptedError.NONE)) {
            throw new IllegalArgumentException(
                    "expected error_kind NONE exactly if error_share is 0, got " + errorKind + " with " + errorShare);
        }
    }

    /** Returns a script of a broker that answers at once, never fails, and records what it does. */
    public static StubScript prompt(int partitions) {
        return new StubScript(partitions, Delay.ZERO, Delay.ZERO, Optional.empty(), 0, ScriptedError.NONE, true, 1);
    }

    public StubScript withProduceDelay(Delay delay) {
        return new StubScript(partitions, delay, endTxnDelay, visibleDelay, errorShare, errorKind, keepTruth, seed);
    }

    public StubScript withEndTxnDelay(Delay delay) {
        return new StubScript(partitions, produceDelay, delay, visibleDelay, errorShare, errorKind, keepTruth, seed);
    }

    /**
     * Returns the script of a broker that keeps all records in memory, so that consumers can read
     * them.
     */
    public StubScript withVisibleDelay(Delay delay) {
        return new StubScript(
                partitions, produceDelay, endTxnDelay, Optional.of(delay), errorShare, errorKind, keepTruth, seed);
    }

    public StubScript withErrors(double share, ScriptedError kind) {
        return new StubScript(partitions, produceDelay, endTxnDelay, visibleDelay, share, kind, keepTruth, seed);
    }

    public StubScript withoutTruth() {
        return new StubScript(partitions, produceDelay, endTxnDelay, visibleDelay, errorShare, errorKind, false, seed);
    }

    public StubScript withSeed(long newSeed) {
        return new StubScript(
                partitions, produceDelay, endTxnDelay, visibleDelay, errorShare, errorKind, keepTruth, newSeed);
    }

    /** Returns what {@link #of} reads. */
    SortedMap<String, String> settings() {
        return new TreeMap<>(Map.of(
                "partitions", Integer.toString(partitions),
                "produce_delay_ns", produceDelay.text(),
                "end_txn_delay_ns", endTxnDelay.text(),
                "visible_delay_ns", visibleDelay.map(Delay::text).orElse(NOT_KEPT),
                "error_share", Double.toString(errorShare),
                "error_kind", errorKind.name(),
                "keep_truth", Boolean.toString(keepTruth),
                "seed", Long.toString(seed)));
    }

    /**
     * Returns the script that these {@link #settings} describe.
     *
     * @throws IllegalArgumentException if a setting is missing, unknown or not of its type
     */
    static StubScript of(SettingsFile settings) {
        Set<String> known = prompt(1).settings().keySet();
        if (!settings.values().keySet().equals(known)) {
            throw new IllegalArgumentException("expected the settings " + known + " in " + settings.source() + ", got "
                    + settings.values().keySet());
        }
        return new StubScript(
                settings.value("partitions", "a whole number", Integer::valueOf),
                settings.value("produce_delay_ns", "a delay", Delay::parse),
                settings.value("end_txn_delay_ns", "a delay", Delay::parse),
                settings.value("visible_delay_ns", "a delay or " + NOT_KEPT, StubScript::visible),
                settings.decimal("error_share"),
                settings.value("error_kind", "one of " + List.of(ScriptedError.values()), ScriptedError::valueOf),
                settings.value("keep_truth", "true or false", StubScript::truth),
                settings.number("seed"));
    }

    private static Optional<Delay> visible(String text) {
        return text.equals(NOT_KEPT) ? Optional.empty() : Optional.of(Delay.parse(text));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("expected true or false, got " + text);
        };
    }
}
