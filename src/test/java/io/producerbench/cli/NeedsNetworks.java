package io.producerbench.cli;

import java.io.IOException;
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
 * Tests that make networks of their own on this machine, which takes root and two programs. They are
 * skipped, with the reason, where these are missing; with {@code CI} set they fail there instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Tag("network")
@ExtendWith(NeedsNetworks.Condition.class)
@interface NeedsNetworks {
    final class Condition implements ExecutionCondition {
        private static final List<String> PROGRAMS = List.of("ip", "socat");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (System.getenv("CI") != null) {
                return ConditionEvaluationResult.enabled("CI can make networks");
            }
            return missing()
                    .map(reason -> skipped(context, reason))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("networks can be made here"));
        }

        private static ConditionEvaluationResult skipped(ExtensionContext context, String reason) {
            System.out.println("skipped " + context.getDisplayName() + ": " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }

        private static Optional<String> missing() {
            if (!System.getProperty("user.name").equals("root")) {
                return Optional.of("only root can make a network namespace");
            }
            Optional<String> program = PROGRAMS.stream()
                    .filter(name -> !isThere(name))
                    .findFirst()
                    .map(name -> "there is no " + name + "; install iproute2 and socat");
            return program.or(
                    () -> canMake() ? Optional.empty() : Optional.of("this system makes no network namespace"));
        }

        /** A container's root may not. */
        private static boolean canMake() {
            String name = "pb-probe-" + ProcessHandle.current().pid();
            try {
                return ip("add", name) == 0 && ip("del", name) == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private static int ip(String what, String name) throws IOException, InterruptedException {
            return new ProcessBuilder("ip", "netns", what, name).start().waitFor();
        }

        private static boolean isThere(String program) {
            return Stream.of(System.getenv("PATH").split(":"))
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
        }
    }
}
