package io.producerbench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of Go's benchmark format (golang.org/design/14313-benchmark-format; units by
 * golang/go 43744). benchstat skips lines that it does not know; this reader fails, but for those after a number
 * sign.
 */
record GoBenchmarks(Map<String, String> configuration, Map<String, String> better, List<Result> results) {
    /** The name without the word Benchmark. */
    record Result(String name, Map<String, Double> values) {}

    /** The key begins with a lower case letter and has no capital and no blank. */
    private static final Pattern CONFIGURATION = Pattern.compile("(\\p{Ll}[^\\p{Lu}\\s:]*):[ \\t]+(\\S.*)");

    /** No lower case letter follows Benchmark, and the number of fields is even. */
    private static final Pattern RESULT =
            Pattern.compile("Benchmark((?!\\p{Ll})\\S*)[ \\t]+([1-9]\\d*)((?:[ \\t]+[-+0-9.eE]+[ \\t]+\\S+)+)");

    private static final Pattern UNIT = Pattern.compile("Unit[ \\t]+(\\S+)[ \\t]+better=(higher|lower)");

    static GoBenchmarks parse(String text) {
        GoBenchmarks read = new GoBenchmarks(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        for (String line : text.split("\n", -1)) {
            Matcher unit = UNIT.matcher(line);
            Matcher configuration = CONFIGURATION.matcher(line);
            Matcher result = RESULT.matcher(line);
            if (unit.matches()) {
                read.better.put(unit.group(1), unit.group(2));
            } else if (configuration.matches()) {
                read.configuration.put(configuration.group(1), configuration.group(2));
            } else if (result.matches()) {
                read.results.add(new Result(
                        result.group(1), values(result.group(3).strip().split("[ \\t]+"))));
            } else if (!line.isEmpty() && !line.startsWith("# ")) {
                throw new AssertionError("not a line of the format: " + line);
            }
        }
        return read;
    }

    private static Map<String, Double> values(String[] fields) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i + 1], Double.parseDouble(fields[i]));
        }
        return values;
    }
}
