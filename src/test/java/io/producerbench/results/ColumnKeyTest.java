package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColumnKeyTest {
    private static final Pattern KEY = Pattern.compile("new ColumnKey\\(\\s*\"([^\"]+)\"\\s*\\)");
    private static final Pattern WRITTEN_BY_LITERAL = Pattern.compile("Column\\.(?:text|number)\\(\\s*\"([^\"]+)\"");
    private static final Pattern READ_BY_LITERAL = Pattern.compile(
            "(?<!Column)\\.(?:text|textIfAny|number|count|requireCount|requireInt|wrong|distinct|setting|shared)"
                    + "\\(\\s*\"");

    @Test
    void no_column_is_read_by_a_literal() {
        assertThat(found(READ_BY_LITERAL, text -> text.contains("ResultRow"))).isEmpty();
    }

    @Test
    void the_name_of_a_column_that_is_read_is_spelt_once() {
        List<String> keys = found(KEY);

        assertThat(keys).hasSizeGreaterThan(80).doesNotHaveDuplicates();
        assertThat(found(WRITTEN_BY_LITERAL)).isNotEmpty().doesNotContainAnyElementsOf(keys);
    }

    @Test
    void a_key_of_a_side_or_of_a_statistic_is_derived_from_the_key() {
        assertThat(SampleKeys.RECORDS_PER_S.median().of("base")).hasToString("base_records_per_s_median");
    }

    private static List<String> found(Pattern pattern) {
        return found(pattern, text -> true);
    }

    private static List<String> found(Pattern pattern, Predicate<String> isSearched) {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(ColumnKeyTest::read)
                    .filter(isSearched)
                    .flatMap(text -> pattern.matcher(text).results())
                    .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
