package io.producerbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word means one thing: a simple name of a type, nested types included, is used once. */
class UniqueNamesTest {
    @Test
    void a_simple_name_is_used_once() throws Exception {
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Map<String, List<String>> types;
        try (Stream<Path> files = Files.walk(classes.resolve("io/producerbench"))) {
            types = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("jmh_generated"))
                    .collect(Collectors.groupingBy(UniqueNamesTest::simpleName, TreeMap::new, Collectors.toList()));
        }
        assertThat(types).hasSizeGreaterThan(120).containsKeys("Main", "ExitCode");

        // Anonymous types have numbers for names, and a package-info has no name of its own.
        types.keySet().removeIf(name -> name.matches("\\d+|package-info"));
        types.values().removeIf(sameName -> sameName.size() == 1);

        assertThat(types).isEmpty();
    }

    private static String simpleName(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".class".length());
        return name.substring(name.lastIndexOf('$') + 1);
    }
}
