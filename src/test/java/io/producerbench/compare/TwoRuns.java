package io.producerbench.compare;

/** Two runs with every kind of judgement and warning: the input of the golden files. */
public final class TwoRuns {
    public static final String BASE = "20261123T175054Z-aaaaaaa";
    public static final String NEXT = "20261124T090000Z-bbbbbbb";

    private TwoRuns() {}

    /** Returns rates around {@code centre}, 0.3 % apart, in a fixed mixed order. */
    public static double[] around(double centre) {
        return around(centre, 0.003);
    }

    public static double[] around(double centre, double step) {
        int[] order = {2, -3, 1, 4, -1, -4, 3, -2};
        double[] values = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            values[i] = centre * (1 + step * order[i]);
        }
        return values;
    }

    public static SamplesCsv base() {
        return SamplesCsv.ofRun(BASE)
                .maxRate("0", around(90_000))
                .maxRate("1", around(75_000))
                .with("min.insync.replicas", "1")
                .maxRate("all", around(43_000, 0.0011))
                .with("min.insync.replicas", "2")
                .maxRate("all", around(43_010, 0.0012))
                .with("min.insync.replicas", "3")
                .maxRate("all", around(42_990, 0.0013))
                .with("min.insync.replicas", "2")
                .fixedRate("1", around(7_600, 0.011))
                .fixedRate("all", around(10_600, 0.08))
                .with("record_size", "100")
                .maxRate("1", around(600_000))
                .maxRate("all", 360_000)
                .lastWith("status", "INVALID");
    }

    /**
     * acks=0 a quarter faster, acks=1 a tenth slower, its p99 half as long, acks=all the same; one
     * setting has only one block.
     */
    public static SamplesCsv next() {
        return SamplesCsv.ofRun(NEXT)
                .maxRate("0", around(112_500))
                .maxRate("1", around(67_500))
                .with("min.insync.replicas", "1")
                .maxRate("all", around(43_015, 0.0012))
                .with("min.insync.replicas", "2")
                .maxRate("all", around(42_985, 0.0013))
                .with("min.insync.replicas", "3")
                .maxRate("all", around(43_005, 0.0011))
                .with("min.insync.replicas", "2")
                .fixedRate("1", around(3_800, 0.012))
                .fixedRate("all", around(10_500, 0.09))
                .with("record_size", "100")
                .maxRate("all", 361_000)
                .with("linger.ms", "0")
                .maxRate("1", around(500_000));
    }
}
