package io.producerbench.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What trials observed beside their counts, one line of {@code name: value} each, said once for all of them. */
final class Facts {
    private static final String BETWEEN = "; ";

    /** More different words than this are a number of words. */
    private static final int WORDS_SHOWN = 3;

    private Facts() {}

    /** Each name once, in the order of its first trial, with the one value, the range of numbers, or the different words. */
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
