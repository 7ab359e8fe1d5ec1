package io.producerbench.results.trials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Merges the observations of trials. Each trial has one line of {@code name: value} pairs. */
final class Facts {
    private static final String BETWEEN = "; ";

    /** How many different words are shown. The rest is a number. */
    private static final int WORDS_SHOWN = 3;

    private Facts() {}

    /**
     * Returns each name once, in the order of the trials, with its only value, the range of its
     * numbers, or its words.
     */
    static String merged(List<String> lines) {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (String line : lines) {
            for (String fact : line.isEmpty() ? new String[0] : line.split(BETWEEN)) {
                String[] parts = fact.split(": ", 2);
                values.computeIfAbsent(parts[0], unused -> new LinkedHashSet<>())
                        .add(parts.length == 2 ? parts[1] : "");
            }
        }
        return values.entrySet().stream()
                .map(fact -> fact(fact.getKey(), List.copyOf(fact.getValue())))
                .collect(Collectors.joining(BETWEEN));
    }

    private static String fact(String name, List<String> values) {
        String text = values.size() == 1 ? values.get(0) : several(values);
        return text.isEmpty() ? name : name + ": " + text;
    }

    private static String several(List<String> values) {
        if (values.stream().allMatch(value -> value.matches("-?\\d{1,18}"))) {
            List<Long> numbers = values.stream().map(Long::valueOf).sorted().toList();
            return numbers.get(0) + " to " + numbers.get(numbers.size() - 1);
        }
        List<String> shown = new ArrayList<>(values.subList(0, Math.min(WORDS_SHOWN, values.size())));
        if (values.size() > WORDS_SHOWN) {
            shown.add((values.size() - WORDS_SHOWN) + " more");
        }
        return String.join(" or ", shown);
    }
}
