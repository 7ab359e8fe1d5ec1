package io.producerbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the code against {@code docs/architecture.md}, which says what may depend on what; by
 * default nothing may.
 */
class ArchitectureTest {
    private static final String ROOT = "io.producerbench";
    private static final PackageTable PAGE = PackageTable.read();
    private static final Set<String> FEATURES =
            Set.of("sweep", "guarantees", "duet", "curve", "compare", "calibration", "report", "plan");

    private static final long MOST_TYPES = 35;

    @Test
    void there_are_classes_to_hold_against_the_rules() {
        assertThat(OurClasses.MAIN).hasSizeGreaterThan(120);
        assertThat(OurClasses.MAIN.contain(Main.class)).isTrue();
        assertThat(OurClasses.MAIN.contain(ArchitectureTest.class)).isFalse();
        assertThat(OurClasses.MAIN_AND_TESTS.contain(ArchitectureTest.class)).isTrue();
        assertThat(OurClasses.MAIN).noneMatch(type -> type.getPackageName().contains("jmh_generated"));
    }

    /**
     * A package that has no row may not exist, and one that is not in a row may not be used from
     * there.
     */
    @Test
    void packages_depend_on_each_other_only_as_the_page_lists() {
        SortedSet<String> unlisted = new TreeSet<>(edges());
        unlisted.removeAll(PAGE.allowed());
        assertThat(unlisted)
                .as("edges that %s does not list", PackageTable.PAGE)
                .isEmpty();
    }

    @Test
    void the_page_lists_no_edge_that_nothing_needs() {
        SortedSet<String> unused = new TreeSet<>(PAGE.allowed());
        unused.removeAll(edges());
        assertThat(unused).as("edges that only %s has", PackageTable.PAGE).isEmpty();
    }

    @Test
    void the_page_has_a_row_for_each_package() {
        assertThat(PAGE.packages())
                .isEqualTo(OurClasses.MAIN.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.length() > ROOT.length())
                        .map(ArchitectureTest::shortName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void a_feature_imports_no_other_feature_but_that_duet_curve_and_calibration_take_samples() {
        assertThat(PAGE.allowed())
                .filteredOn(edge -> {
                    String from = feature(edge.split(" -> ")[0]);
                    String to = feature(edge.split(" -> ")[1]);
                    return FEATURES.contains(from) && FEATURES.contains(to) && !from.equals(to);
                })
                .allMatch(edge -> edge.matches("(duet|curve|calibration)(\\.\\w+)? -> sweep"));
    }

    @Test
    void top_level_packages_form_no_cycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OurClasses.MAIN);
    }

    @Test
    void no_package_is_too_large_to_be_read_at_a_glance() {
        Map<String, Long> types = OurClasses.MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(types).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    @Test
    void no_exception_is_thrown_that_says_nothing() {
        noClasses().should(THROW_GENERIC_EXCEPTIONS).check(OurClasses.MAIN);
    }

    @Test
    void types_are_named_after_what_they_are() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$][^.$]*(Utils?|Helper|Manager|Impl|Common)")
                .check(OurClasses.MAIN_AND_TESTS);
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        assertThat(packagesWithout("package-info.java")).isEmpty();
    }

    private static List<Path> packagesWithout(String file) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .filter(directory -> Files.notExists(directory.resolve(file)))
                    .toList();
        }
    }

    /** Each as {@code from -> to}, between two of our packages; {@link Main} is in none. */
    private static SortedSet<String> edges() {
        SortedSet<String> edges = new TreeSet<>();
        for (JavaClass from : OurClasses.MAIN) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                boolean ours =
                        to.startsWith(ROOT + ".") && from.getPackageName().startsWith(ROOT + ".");
                if (ours && !to.equals(from.getPackageName())) {
                    edges.add(shortName(from.getPackageName()) + " -> " + shortName(to));
                }
            }
        }
        return edges;
    }

    private static String feature(String shortName) {
        return shortName.split("\\.")[0];
    }

    private static String shortName(String packageName) {
        return packageName.substring(ROOT.length() + 1);
    }
}
