package io.producerbench;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of this project that rules hold for, read once for all tests of rules. */
final class OurClasses {
    private static final ImportOption NOT_GENERATED_BY_JMH = location -> !location.contains("jmh_generated");

    /** In whichever directory this build writes; ArchUnit's own option knows only {@code target}. */
    private static final ImportOption NO_TESTS = location -> !location.contains("/test-classes/");

    static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(NO_TESTS)
            .withImportOption(NOT_GENERATED_BY_JMH)
            .importPackages("io.producerbench");

    static final JavaClasses MAIN_AND_TESTS =
            new ClassFileImporter().withImportOption(NOT_GENERATED_BY_JMH).importPackages("io.producerbench");

    private OurClasses() {}
}
