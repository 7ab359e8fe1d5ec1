package io.producerbench.compare;

import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Returns a run's own {@code jmh-result.json} unchanged. jmh.morethan.io and others read it. */
final class JmhExport {
    private static final JsonMapper JSON = new JsonMapper();

    private JmhExport() {}

    /**
     * @throws UncheckedIOException if there is no such file, or if it does not have JMH's format
     */
    static String of(RunSamples run) {
        Path file = new RunDirectory(run.rows().get(0).file().toAbsolutePath().getParent()).jmhResult();
        try {
            String text = Files.readString(file);
            if (!isJmh(JSON.readTree(text))) {
                throw new IOException("expected an array of JMH's results with a benchmark and a score each");
            }
            return text;
        } catch (IOException | JacksonException e) {
            throw new UncheckedIOException(
                    file + ": expected the JSON that JMH writes, got none that can be used; name a complete run",
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static boolean isJmh(JsonNode results) {
        return results.isArray()
                && !results.isEmpty()
                && results.valueStream()
                        .allMatch(result -> result.path("jmhVersion").isString()
                                && result.path("benchmark").isString()
                                && result.path("mode").isString()
                                && result.path("params").isObject()
                                && result.path("secondaryMetrics").isObject()
                                && result.path("primaryMetric")
                                        .path("scoreUnit")
                                        .isString()
                                && !result.path("primaryMetric").path("score").isMissingNode());
    }
}
