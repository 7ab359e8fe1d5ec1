package io.producerbench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which packages may use which libraries, and what belongs to the command line alone. */
class LibraryUseTest {
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
                .check(OurClasses.MAIN_AND_TESTS);
    }

    @Test
    void no_test_framework_is_used_outside_tests() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "junit..", "org.assertj..", "org.awaitility..")
                .check(OurClasses.MAIN);
    }

    @Test
    void guarantee_and_scenario_need_nothing_but_the_jdk() {
        classes()
                .that()
                .resideInAnyPackage("io.producerbench.guarantee..", "io.producerbench.scenario..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.producerbench..")
                .check(OurClasses.MAIN);
    }

    @Test
    void only_the_command_line_prints() {
        noClasses()
                .that(areNotOfTheCommandLine())
                .should(ACCESS_STANDARD_STREAMS)
                .check(OurClasses.MAIN);
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
                .check(OurClasses.MAIN);
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
                .check(OurClasses.MAIN);
    }
}
