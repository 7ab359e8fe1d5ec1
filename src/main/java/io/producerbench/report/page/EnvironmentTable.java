package io.producerbench.report.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the runs took place: every fact of {@code environment.json}, a row each. */
final class EnvironmentTable {
    private EnvironmentTable() {}

    static Html of(List<ReportedRun> runs) {
        return Html.all(runs.stream().map(EnvironmentTable::of));
    }

    private static Html of(ReportedRun run) {
        Map<String, String> facts = new LinkedHashMap<>();
        flatten("", run.environment(), facts);
        return Html.of(
                "details",
                "file",
                Html.tag("summary", Html.words(run.folder())),
                Html.of(
                        "div",
                        "wide",
                        Html.of(
                                "table",
                                "facts",
                                Html.tag(
                                        "tbody",
                                        Html.all(facts.entrySet().stream()
                                                .map(fact -> Html.tag(
                                                        "tr",
                                                        Html.tag(
                                                                "th",
                                                                Map.of("scope", "row"),
                                                                Html.words(fact.getKey())),
                                                        Html.tag("td", Html.words(fact.getValue())))))))));
    }

    private static void flatten(String name, Object value, Map<String, String> facts) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(name.isEmpty() ? "" + key : name + "." + key, inner, facts));
        } else if (value instanceof List<?> list) {
            facts.put(name, list.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        } else if (value != null) {
            facts.put(name, String.valueOf(value));
        }
    }
}
