package io.producerbench.cli;

import io.producerbench.cluster.RedactedStream;
import io.producerbench.cluster.Redaction;
import io.producerbench.run.Progress;
import io.producerbench.sweep.SweepRequest;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps the secrets of an existing cluster out of what this JVM prints. */
final class ClusterRedaction {
    private ClusterRedaction() {}

    /**
     * Returns where the progress of this sweep goes. On an existing cluster it also turns off the log of Kafka's clients,
     * because an error is told once, in our words and without a stack trace; so this must come before their first logger.
     */
    static Progress apply(SweepRequest request, PrintStream err) {
        if (request.existing().isEmpty()) {
            return err::println;
        }
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "off");
        Redaction redaction = Redaction.of(request.existing().get().settings());
        System.setErr(new PrintStream(new RedactedStream(System.err, redaction), true, StandardCharsets.UTF_8));
        return line -> err.println(redaction.apply(line));
    }
}
