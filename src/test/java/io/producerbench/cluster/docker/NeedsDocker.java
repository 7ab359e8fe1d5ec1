package io.producerbench.cluster.docker;

import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.ClusterKind;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that are skipped, with the reason, where there is no Docker; with {@code CI} set they fail
 * there instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Tag("docker")
@ExtendWith(NeedsDocker.Condition.class)
public @interface NeedsDocker {

    /** Looks for Docker, and for a compose client where that is asked for. */
    boolean compose() default false;

    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (System.getenv("CI") != null) {
                return ConditionEvaluationResult.enabled("CI has Docker");
            }
            try {
                Docker.reach(ClusterKind.CONTAINERS);
                if (context.getRequiredTestClass()
                        .getAnnotation(NeedsDocker.class)
                        .compose()) {
                    ComposeClient.find();
                }
                return ConditionEvaluationResult.enabled("there is a Docker");
            } catch (ClusterException e) {
                System.out.println("skipped " + context.getDisplayName() + ": " + e.getMessage());
                return ConditionEvaluationResult.disabled(e.getMessage());
            }
        }
    }
}
