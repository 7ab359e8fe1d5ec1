package io.producerbench.report.docs;

import io.producerbench.failure.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with markers: {@code <!-- table: NAME, RUNS -->} up to {@code <!-- end -->} on lines of
 * their own, and {@code <!-- run: NAME -->…<!-- end -->} within a line. What stands between is
 * generated.
 */
final class DocPage {
    private static final String END = "<!-- end -->";
    private static final Pattern TABLE =
            Pattern.compile("(?ms)^(?<open><!-- table: (?<what>[^>]*?) -->\\n).*?^(?<close>" + END + ")");
    private static final Pattern RUN =
            Pattern.compile("(?<open><!-- run: (?<what>[^>]*?) -->)(?:(?!<!--).)*?(?<close>" + END + ")");
    private static final Pattern ANY = Pattern.compile("<!-- (?:table|run): ");

    private DocPage() {}

    /**
     * What a marker asks for.
     *
     * @param name of the table, or of the runs
     * @param runs the names of the runs that a table is made from
     */
    record Marker(String name, List<String> runs) {
        static Marker of(String text) {
            List<String> words =
                    Arrays.stream(text.split(",")).map(String::strip).toList();
            return new Marker(words.get(0), words.subList(1, words.size()));
        }

        /** Returns the name of the n-th runs. */
        String run(int index) {
            if (index >= runs.size()) {
                throw new UsageException("table: " + name + ": expected the names of " + (index + 1)
                        + " runs behind it, got " + runs.size());
            }
            return runs.get(index);
        }
    }

    /** Returns the page with everything between markers made anew. */
    static String filled(String page, Function<Marker, String> tables, Function<Marker, String> links) {
        long markers = ANY.matcher(page).results().count();
        long closed = TABLE.matcher(page).results().count()
                + RUN.matcher(page).results().count();
        if (markers != closed) {
            throw new UsageException("expected " + END + " behind each of " + markers + " markers, got " + closed);
        }
        String withTables = TABLE.matcher(page).replaceAll(match -> replaced(match, TABLE, tables));
        return RUN.matcher(withTables).replaceAll(match -> replaced(match, RUN, links));
    }

    private static String replaced(MatchResult match, Pattern pattern, Function<Marker, String> made) {
        Matcher again = pattern.matcher(match.group());
        if (!again.matches()) {
            throw new IllegalStateException("expected a marker, got " + match.group());
        }
        return Matcher.quoteReplacement(
                again.group("open") + made.apply(Marker.of(again.group("what"))) + again.group("close"));
    }
}
