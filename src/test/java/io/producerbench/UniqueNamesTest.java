package io.producerbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One word means one thing: a simple name of a type, nested types included, is used once. */
class UniqueNamesTest {
    /** Names that are still used more than once: to be emptied, never to be added to. */
    private static final Set<String> USED_TWICE_SO_FAR =
            Set.of("Cell", "Direction", "Interval", "Key", "Kind", "Outcome", "Reading", "Slot", "Topic");

    private static final ImportOption NOT_GENERATED_BY_JMH = location -> !location.contains("jmh_generated");

    @Test
    void a_simple_name_is_used_once() {
        Map<String, List<String>> types = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(NOT_GENERATED_BY_JMH)
                        .importPackages("io.producerbench")
                        .stream()
                        .filter(type -> !type.getSimpleName().isEmpty() && !type.isAnonymousClass())
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(
                                JavaClass::getSimpleName,
                                TreeMap::new,
                                Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(types).hasSizeGreaterThan(120);

        types.keySet().removeAll(USED_TWICE_SO_FAR);
        types.values().removeIf(sameName -> sameName.size() == 1);

        assertThat(types).isEmpty();
    }
}
