package io.producerbench.report.page;

import java.io.File;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that are skipped, with the reason, where there is no Chromium with its driver; with
 * {@code CI} set they fail there instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {

    final class Condition implements ExecutionCondition {
        private static final String MISSING =
                "there is no Chromium with its driver: Debian's packages are chromium and" + " chromium-driver";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (System.getenv("CI") != null) {
                return ConditionEvaluationResult.enabled("CI has Chromium");
            }
            if (browser().isPresent() && driver().isPresent()) {
                return ConditionEvaluationResult.enabled("there is a Chromium");
            }
            System.out.println("skipped " + context.getDisplayName() + ": " + MISSING);
            return ConditionEvaluationResult.disabled(MISSING);
        }

        static Optional<Path> browser() {
            return onPath(List.of("chromium", "google-chrome"));
        }

        static Optional<Path> driver() {
            return onPath(List.of("chromedriver"));
        }

        private static Optional<Path> onPath(List<String> names) {
            return names.stream()
                    .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                            .map(directory -> Path.of(directory, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
