package io.producerbench.jmh;

import io.producerbench.failure.UsageException;
import io.producerbench.scenario.Axis;
import io.producerbench.text.NearestName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Optional;

/**
 * Refuses JMH options with which every sample would fail or be INVALID, before anything is started.
 */
final class OptionCheck {
    private static final Set<Mode> MODES = EnumSet.of(Mode.Throughput, Mode.AverageTime, Mode.SampleTime);

    /** Options whose misspelt value JMH reports with the name of a Java type. */
    private static final Map<String, Class<? extends Enum<?>>> VALUES =
            Map.of("-rf", ResultFormatType.class, "-v", VerboseMode.class);

    private static final String WHERE = ": ./run-bench.sh -h lists JMH's options, --help ours";

    private static final List<String> SWITCHES = List.of("-gc", "-si", "-foe");

    /** A shorter window holds fewer records than are in flight at its edges. */
    private static final long SHORTEST_WINDOW_MS = 100;

    /** How long an iteration is, at most, if none of {@code -r} and {@code -w} says so. */
    private static final long USUAL_SECONDS = 5;

    private static final long LONGEST_ITERATION_DAYS = 1;

    private static final long LONGEST_SAMPLE_DAYS = 1;

    /** What an iteration may take beside its window: the log end is read, and records drain. */
    private static final long AROUND_WINDOW_SECONDS = 10;

    private final CommandLineOptions options;

    private OptionCheck(CommandLineOptions options) {
        this.options = options;
    }

    /** @throws UsageException if these options ask for what a sample cannot be */
    static void require(CommandLineOptions options) {
        OptionCheck check = new OptionCheck(options);
        check.forks();
        check.benchmarks();
        check.counts();
        check.times();
        check.lengths();
        options.getProfilers().forEach(OptionCheck::profiler);
        options.getProfilers().forEach(FileProfilers::requireNoPlace);
    }

    /** Returns what JMH's parser says, in one line. */
    static String sentence(Exception refusal, List<String> arguments) {
        String first = String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
        if (first.isBlank() || first.equals("null")) {
            return "JMH does not understand " + String.join(" ", arguments) + WHERE;
        }
        return VALUES.entrySet().stream()
                .filter(option -> first.contains("." + option.getValue().getSimpleName() + "."))
                .map(option ->
                        unknownValue(option.getKey(), first.substring(first.lastIndexOf('.') + 1), option.getValue()))
                .findFirst()
                .orElse(first + WHERE);
    }

    private static String unknownValue(String option, String given, Class<? extends Enum<?>> values) {
        List<String> known = Arrays.stream(values.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        String value = given.toLowerCase(Locale.ROOT);
        return option + " " + value + ": expected one of " + String.join(", ", known) + NearestName.hint(value, known);
    }

    /** @throws UsageException if an option that is on or off has another value, which JMH would take for off */
    static void requireSwitches(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            String value = arguments.get(i + 1);
            if (SWITCHES.contains(arguments.get(i)) && !List.of("true", "false").contains(value)) {
                throw new UsageException(arguments.get(i) + " " + value + ": expected true or false");
            }
        }
    }

    private void forks() {
        if (options.getForkCount().hasValue() && options.getForkCount().get() < 1) {
            throw new UsageException("-f " + options.getForkCount().get()
                    + ": every sample needs a fork of its own; give -f 1 or more, which is the number of blocks");
        }
        if (options.getWarmupForkCount().orElse(0) > 0) {
            throw new UsageException("-wf " + options.getWarmupForkCount().get()
                    + ": warm-up forks would write to the measured topic; use -wi for warm-up iterations");
        }
    }

    private void benchmarks() {
        if (options.getBenchModes().stream().anyMatch(mode -> !MODES.contains(mode))
                || options.getBenchModes().size() > 1) {
            throw new UsageException(
                    "-bm: a sample is a window of time and has one mode; give one of thrpt, avgt, sample");
        }
        if (options.getWarmupMode().hasValue()
                || !options.getWarmupIncludes().isEmpty()
                || options.getThreadGroups().hasValue()) {
            throw new UsageException("-wm, -wmb and -tg: a sample has one benchmark and one topic, which other warm-up"
                    + " benchmarks or thread groups would write to; use -wi for warm-up and -p producers for threads");
        }
        if (options.getThreads().hasValue()
                && options.getParameter(Axis.PRODUCERS.param()).hasValue()) {
            throw new UsageException("-t and -p producers both say how many producers are at work; give one of them");
        }
    }

    /** Refuses what would make JMH's score count something else than records. */
    private void counts() {
        counts("-opi", options.getOperationsPerInvocation(), 0);
        counts("-bs", options.getMeasurementBatchSize(), 1);
        counts("-wbs", options.getWarmupBatchSize(), 1);
    }

    private static void counts(String option, Optional<Integer> given, int harmless) {
        if (given.hasValue() && given.get() != harmless) {
            throw new UsageException(option + " " + given.get() + ": JMH's score would no longer count records, because"
                    + " the benchmarks say themselves how many they send; leave " + option + " out");
        }
    }

    private void times() {
        time("-r", options.getMeasurementTime());
        time("-w", options.getWarmupTime());
        if (options.getMeasurementTime().hasValue()
                && millis(options.getMeasurementTime().get()) < SHORTEST_WINDOW_MS) {
            throw new UsageException("-r " + options.getMeasurementTime().get() + ": expected a window of at least "
                    + SHORTEST_WINDOW_MS + " ms, because more records than a shorter one holds are under way at its"
                    + " edges");
        }
        long longest = Math.max(seconds(options.getMeasurementTime()), seconds(options.getWarmupTime()));
        if (options.getTimeout().hasValue()
                && options.getTimeout().get().convertTo(TimeUnit.SECONDS) < longest + AROUND_WINDOW_SECONDS) {
            throw new UsageException("-to " + options.getTimeout().get() + ": JMH would interrupt every iteration;"
                    + " give -to " + (longest + AROUND_WINDOW_SECONDS) + "s or more, or leave it out");
        }
    }

    /** Refuses numbers of iterations with which one sample would take a day. */
    private void lengths() {
        length("-i", options.getMeasurementIterations(), options.getMeasurementTime());
        length("-wi", options.getWarmupIterations(), options.getWarmupTime());
    }

    private static void length(String option, Optional<Integer> iterations, Optional<TimeValue> time) {
        long seconds = iterations.orElse(0) * (seconds(time) + 1);
        if (seconds >= TimeUnit.DAYS.toSeconds(LONGEST_SAMPLE_DAYS)) {
            throw new UsageException(option + " " + iterations.get() + ": expected iterations that take less than "
                    + LONGEST_SAMPLE_DAYS + " day in one sample; give fewer or shorter ones");
        }
    }

    private static void time(String option, Optional<TimeValue> given) {
        if (given.hasValue() && given.get().getTime() == 0) {
            throw new UsageException(option + " 0: expected a time above 0, because a sample is a"
                    + " window of time; -wi 0 leaves the warm-up out");
        }
        if (given.hasValue() && given.get().convertTo(TimeUnit.DAYS) >= LONGEST_ITERATION_DAYS) {
            throw new UsageException(option + " " + given.get() + ": expected less than " + LONGEST_ITERATION_DAYS
                    + " day for one iteration; give -i or -f for more of them");
        }
    }

    private static long millis(TimeValue time) {
        return time.convertTo(TimeUnit.MILLISECONDS);
    }

    private static long seconds(Optional<TimeValue> time) {
        return time.hasValue() ? time.get().convertTo(TimeUnit.SECONDS) : USUAL_SECONDS;
    }

    private static void profiler(ProfilerConfig profiler) {
        try {
            ProfilerFactory.getProfilerOrException(profiler);
        } catch (ProfilerException | LinkageError e) {
            String said = String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
            String reason = said.contains(ClassNotFoundException.class.getName())
                    ? "there is no such profiler"
                    : said.replaceFirst("\\.$", "");
            throw new UsageException(
                    "-prof " + profiler.getKlass() + ": " + reason + "; -lprof lists the profilers that work here");
        }
    }
}
