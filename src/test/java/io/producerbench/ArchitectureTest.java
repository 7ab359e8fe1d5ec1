package io.producerbench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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

    private static final ImportOption NOT_GENERATED_BY_JMH = location -> !location.contains("jmh_generated");

    /** In whichever directory this build writes; ArchUnit's own option knows only {@code target}. */
    private static final ImportOption NO_TESTS = location -> !location.contains("/test-classes/");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(NO_TESTS)
            .withImportOption(NOT_GENERATED_BY_JMH)
            .importPackages("io.producerbench");

    private static final JavaClasses MAIN_AND_TESTS =
            new ClassFileImporter().withImportOption(NOT_GENERATED_BY_JMH).importPackages("io.producerbench");

    @Test
    void there_are_classes_to_hold_against_the_rules() {
        assertThat(MAIN).hasSizeGreaterThan(120);
        assertThat(MAIN.contain(Main.class)).isTrue();
        assertThat(MAIN.contain(ArchitectureTest.class)).isFalse();
        assertThat(MAIN_AND_TESTS.contain(ArchitectureTest.class)).isTrue();
        assertThat(MAIN).noneMatch(type -> type.getPackageName().contains("jmh_generated"));
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
                .isEqualTo(MAIN.stream()
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
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void no_package_is_too_large_to_be_read_at_a_glance() {
        Map<String, Long> types = MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(types).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    @Test
    void testcontainers_is_used_only_in_cluster() {
        only(List.of("cluster"), resideInAnyPackage("org.testcontainers..", "com.github.dockerjava.."));
    }

    @Test
    void jmh_is_used_only_where_it_runs_and_where_its_results_are_read() {
        only(
                List.of(
                        "benchmarks",
                        "latency",
                        "results",
                        "jmh",
                        "hosts",
                        "suite",
                        "sweep",
                        "duet",
                        "curve",
                        "calibration",
                        "compare",
                        "cli"),
                resideInAPackage("org.openjdk.jmh.."));
    }

    @Test
    void hdr_histogram_is_used_only_where_latencies_are_recorded_and_evaluated() {
        only(List.of("latency", "results", "duet", "report"), resideInAPackage("org.HdrHistogram.."));
    }

    @Test
    void statistics_of_the_library_are_used_only_in_stats() {
        only(List.of("compare", "stats"), resideInAPackage("org.apache.commons.statistics.."));
    }

    @Test
    void picocli_is_used_only_in_cli() {
        only(List.of("cli"), resideInAPackage("picocli.."));
    }

    @Test
    void kafka_clients_are_used_only_where_records_flow_and_brokers_are_managed_or_played() {
        only(
                List.of(
                        "load",
                        "benchmarks",
                        "verification",
                        "experiments",
                        "guarantees",
                        "sweep",
                        "cluster",
                        "calibration",
                        "wire"),
                resideInAPackage("org.apache.kafka..").as("are of the Kafka client"));
    }

    /**
     * Testcontainers 1.x brings JUnit 4 along, so that its annotations compile, and the test never
     * runs.
     */
    @Test
    void junit_4_is_used_nowhere() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit..", "junit..")
                        .and(DescribedPredicate.not(resideInAPackage("org.junit.jupiter.."))))
                .check(MAIN_AND_TESTS);
    }

    @Test
    void no_test_framework_is_used_outside_tests() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "junit..", "org.assertj..", "org.awaitility..")
                .check(MAIN);
    }

    @Test
    void guarantee_and_scenario_need_nothing_but_the_jdk() {
        classes()
                .that()
                .resideInAnyPackage("io.producerbench.guarantee..", "io.producerbench.scenario..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.producerbench..")
                .check(MAIN);
    }

    @Test
    void only_the_command_line_prints() {
        noClasses()
                .that(areNotOfTheCommandLine())
                .should(ACCESS_STANDARD_STREAMS)
                .check(MAIN);
    }

    @Test
    void only_the_command_line_ends_the_process() {
        noClasses()
                .that(areNotOfTheCommandLine())
                .and()
                // A fork whose parent has ended cannot report anything, so it ends its JVM itself.
                .doNotHaveSimpleName("Lifeline")
                .and()
                // Nor can a lane whose agent has ended.
                .doNotHaveSimpleName("LaneProcess")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(MAIN);
    }

    @Test
    void no_exception_is_thrown_that_says_nothing() {
        noClasses().should(THROW_GENERIC_EXCEPTIONS).check(MAIN);
    }

    @Test
    void types_are_named_after_what_they_are() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$][^.$]*(Utils?|Helper|Manager|Impl|Common)")
                .check(MAIN_AND_TESTS);
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
        for (JavaClass from : MAIN) {
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

    private static DescribedPredicate<JavaClass> areNotOfTheCommandLine() {
        return DescribedPredicate.not(
                        resideInAPackage("io.producerbench.cli..").or(JavaClass.Predicates.type(Main.class)))
                .as("are not of the command line");
    }

    private static void only(List<String> packages, DescribedPredicate<JavaClass> used) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages.stream()
                        .map(name -> "io.producerbench." + name + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat(used)
                .check(MAIN);
    }
}
