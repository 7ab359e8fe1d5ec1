package io.producerbench.jmh;

import io.producerbench.benchmarks.FixedRate;
import io.producerbench.benchmarks.MaxRate;
import io.producerbench.benchmarks.Visible;
import io.producerbench.failure.UsageException;
import io.producerbench.scenario.PacingKind;
import io.producerbench.text.NearestName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The patterns by which a user chooses benchmarks.
 *
 * @param includes regular expressions of which one must be found in the name; none choose the usual
 *     benchmarks
 * @param excludes those of which none may be found
 */
record BenchmarkChoice(List<String> includes, List<String> excludes) {
    private static final List<Class<?>> BENCHMARKS = List.of(MaxRate.class, FixedRate.class, Visible.class);

    /**
     * Returns which benchmarks the patterns select, by JMH's own rules. Without a pattern
     * {@link Visible} is not selected, because its consumers take CPU time from what the others
     * measure, and not every planner needs it.
     */
    Set<PacingKind> pacings() {
        includes.forEach(BenchmarkChoice::requireFound);
        Set<PacingKind> pacings = EnumSet.noneOf(PacingKind.class);
        if (isSelected(MaxRate.class)) {
            pacings.add(PacingKind.CLOSED_LOOP);
        }
        if (isSelected(FixedRate.class)) {
            pacings.add(PacingKind.OPEN_LOOP);
        }
        if (!includes.isEmpty() && isSelected(Visible.class)) {
            pacings.add(PacingKind.OPEN_LOOP_WITH_READERS);
        }
        if (pacings.isEmpty()) {
            throw new UsageException((includes.isEmpty()
                            ? "-e " + String.join(" -e ", excludes) + " excludes every benchmark"
                            : "no benchmark matches " + includes + (excludes.isEmpty() ? "" : " without " + excludes))
                    + "; there are " + MaxRate.class.getSimpleName() + ", " + FixedRate.class.getSimpleName() + " and "
                    + Visible.class.getSimpleName());
        }
        return pacings;
    }

    /** Refuses a word that selects nothing, which JMH ignores beside one that does. */
    private static void requireFound(String pattern) {
        if (pattern.isBlank()) {
            throw new UsageException("'" + pattern
                    + "': expected a benchmark, got an empty argument, which matches each of" + " them; leave it out");
        }
        if (BENCHMARKS.stream().noneMatch(benchmark -> isFound(name(benchmark), List.of(pattern)))) {
            List<String> known = BENCHMARKS.stream().map(Class::getSimpleName).toList();
            throw new UsageException("no benchmark matches [" + pattern + "]; there are MaxRate, FixedRate and Visible"
                    + NearestName.hint(pattern, known));
        }
    }

    private boolean isSelected(Class<?> benchmark) {
        return (includes.isEmpty() || isFound(name(benchmark), includes)) && !isFound(name(benchmark), excludes);
    }

    private static String name(Class<?> benchmark) {
        return benchmark.getName() + ".send";
    }

    private static boolean isFound(String name, List<String> patterns) {
        try {
            return patterns.stream()
                    .anyMatch(regex -> Pattern.compile(regex).matcher(name).find());
        } catch (PatternSyntaxException e) {
            throw new UsageException("'" + e.getPattern() + "' is not a regular expression: " + e.getDescription());
        }
    }
}
