package io.producerbench.cli;

import java.util.ArrayList;
import java.util.List;

/** Options of sweeps that are as short as a test can make them. */
final class ShortSweep {
    static final List<String> ONE_CELL = List.of(
            "MaxRate",
            "-p",
            "acks=all",
            "-p",
            "enableIdempotence=false",
            "-p",
            "transactional=false",
            "-p",
            "minInsyncReplicas=2",
            "-p",
            "recordSize=100");

    private static final List<String> WINDOWS = List.of(
            "-wi", "1", "-w", "1s", "-i", "1", "-r", "1s", "--broker-warm-up-rounds", "1", "--most-others", "1");

    private ShortSweep() {}

    static List<String> of(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(WINDOWS);
        return all;
    }

    /** One block of {@code Visible} with small records. */
    static List<String> visible(String acks, String... options) {
        List<String> all = new ArrayList<>(List.of("Visible", "-f", "1", "-p", "acks=" + acks));
        all.addAll(List.of("-p", "minInsyncReplicas=2", "-p", "recordSize=100", "-p", "rate=1000"));
        all.addAll(of(options));
        return all;
    }

    static List<String> ofOneCell(String... options) {
        List<String> all = new ArrayList<>(ONE_CELL);
        all.addAll(of(options));
        return all;
    }
}
