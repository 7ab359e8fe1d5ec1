package io.producerbench.compare;

import io.producerbench.results.ResultFileException;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SettingColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Returns runs' own {@code jmh-result.json}, which jmh.morethan.io and others read, without the
 * parameters that say nothing: those that are the same in all results of a benchmark in all runs. A
 * label that has every parameter is too long to be read.
 */
final class JmhExport {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JmhExport() {}

    /**
     * Returns the JSON of each run.
     *
     * @throws ResultFileException if a run has no such file, or one that is not in JMH's format
     */
    static Map<RunSamples, String> of(List<RunSamples> runs) {
        Map<RunSamples, JsonNode> results = new LinkedHashMap<>();
        runs.forEach(run -> results.put(run, results(run)));
        Map<String, Set<String>> values = new HashMap<>();
        results.values()
                .forEach(run -> run.forEach(result -> params(result)
                        .properties()
                        .forEach(param -> values.computeIfAbsent(key(result, param), unused -> new HashSet<>())
                                .add(param.getValue().toString()))));
        Map<RunSamples, String> texts = new LinkedHashMap<>();
        results.forEach((run, all) -> {
            all.forEach(result -> params(result)
                    .properties()
                    .removeIf(param -> values.get(key(result, param)).size() == 1));
            texts.put(run, JSON.writeValueAsString(all) + "\n");
        });
        return texts;
    }

    private static ObjectNode params(JsonNode result) {
        return (ObjectNode) result.get("params");
    }

    private static String key(JsonNode result, Map.Entry<String, JsonNode> param) {
        return result.get("benchmark").stringValue() + " " + param.getKey();
    }

    private static JsonNode results(RunSamples run) {
        Path file = new RunDirectory(run.rows().get(0).file().toAbsolutePath().getParent()).jmhResult();
        try {
            JsonNode results = JSON.readTree(Files.readString(file));
            if (!isJmh(results)) {
                throw new IOException("expected an array of JMH's results with a benchmark and a score each");
            }
            results.forEach(JmhExport::bringUpToDate);
            return results;
        } catch (IOException | JacksonException e) {
            throw new ResultFileException(
                    file + ": expected the JSON that JMH writes, got none that can be used; name a complete run", e);
        }
    }

    /** Adds the parameters that are newer than the file, so that runs of every version meet. */
    private static void bringUpToDate(JsonNode result) {
        ObjectNode params = params(result);
        String[] name = result.get("benchmark").stringValue().split("\\.");
        SettingColumn.usualParams(name[Math.max(0, name.length - 2)]).forEach((param, usual) -> {
            if (!params.has(param)) {
                params.put(param, usual);
            }
        });
        for (String param : List.copyOf(params.propertyNames())) {
            if (params.get(param).isString()) {
                params.put(param, SettingColumn.today(params.get(param).stringValue()));
            }
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
