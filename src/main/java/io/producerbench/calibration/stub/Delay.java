package io.producerbench.calibration.stub;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The time between the arrival of a request and the reply of the stub broker. */
public sealed interface Delay {

    /** No delay: the broker replies at once. */
    Delay ZERO = new Constant(0);

    /** Returns the next delay, in nanoseconds. */
    long nanos(SplittableRandom random);

    /** Returns the text that {@link #parse} reads. */
    String text();

    /** Always the same. */
    record Constant(long nanos) implements Delay {
        public Constant {
            requireNotNegative("a constant delay", nanos);
        }

        @Override
        public long nanos(SplittableRandom random) {
            return nanos;
        }

        @Override
        public String text() {
            return "constant " + nanos;
        }
    }

    /**
     * The time that the broker works on a request, one at a time, so that a request also waits for
     * those before it. The broker can do one request in this time and no more.
     */
    record Service(long nanos) implements Delay {
        public Service {
            requireNotNegative("a service time", nanos);
        }

        @Override
        public long nanos(SplittableRandom random) {
            return nanos;
        }

        @Override
        public String text() {
            return "service " + nanos;
        }
    }

    /** {@code highNanos} with the probability {@code highShare}, otherwise {@code lowNanos}. */
    record Bimodal(long lowNanos, long highNanos, double highShare) implements Delay {
        public Bimodal {
            requireNotNegative("the low delay", lowNanos);
            requireNotNegative("the high delay", highNanos);
            requireShare("the share of high delays", highShare);
        }

        @Override
        public long nanos(SplittableRandom random) {
            return random.nextDouble() < highShare ? highNanos : lowNanos;
        }

        @Override
        public String text() {
            return "bimodal " + lowNanos + " " + highNanos + " " + highShare;
        }
    }

    /**
     * At least {@code scaleNanos}, with a tail that falls with the power {@code shape} and is cut
     * at {@code capNanos}.
     */
    record Pareto(long scaleNanos, double shape, long capNanos) implements Delay {
        public Pareto {
            requireNotNegative("the scale of a Pareto delay", scaleNanos);
            if (!(shape > 0) || Double.isInfinite(shape)) {
                throw new IllegalArgumentException("expected the shape of a Pareto delay to be above 0, got " + shape);
            }
            if (capNanos < scaleNanos) {
                throw new IllegalArgumentException("expected the cap of a Pareto delay to be at least its scale, "
                        + scaleNanos + " ns, got " + capNanos);
            }
        }

        @Override
        public long nanos(SplittableRandom random) {
            // nextDouble() is never 1, so there is no division by 0.
            return (long) Math.min(capNanos, scaleNanos * Math.pow(1 - random.nextDouble(), -1 / shape));
        }

        @Override
        public String text() {
            return "pareto " + scaleNanos + " " + shape + " " + capNanos;
        }
    }

    /**
     * Returns the delay with this {@link #text}.
     *
     * @throws IllegalArgumentException if no delay has it
     */
    static Delay parse(String text) {
        String[] words = text.trim().split(" +");
        try {
            return switch (words[0] + "/" + words.length) {
                case "constant/2" -> new Constant(Long.parseLong(words[1]));
                case "service/2" -> new Service(Long.parseLong(words[1]));
                case "bimodal/4" ->
                    new Bimodal(Long.parseLong(words[1]), Long.parseLong(words[2]), Double.parseDouble(words[3]));
                case "pareto/4" ->
                    new Pareto(Long.parseLong(words[1]), Double.parseDouble(words[2]), Long.parseLong(words[3]));
                default -> throw unreadable(words, null);
            };
        } catch (NumberFormatException e) {
            throw unreadable(words, e);
        }
    }

    private static IllegalArgumentException unreadable(String[] words, NumberFormatException cause) {
        return new IllegalArgumentException(
                "expected a delay, 'constant NS', 'service NS', 'bimodal LOW_NS HIGH_NS HIGH_SHARE' or 'pareto SCALE_NS SHAPE CAP_NS',"
                        + " got " + Arrays.toString(words),
                cause);
    }

    private static void requireNotNegative(String what, long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("expected " + what + " to be at least 0 ns, got " + nanos);
        }
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("expected " + what + " to be between 0 and 1, got " + share);
        }
    }
}
