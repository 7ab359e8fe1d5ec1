package io.producerbench.compare;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SettingColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a series of values is named by: the settings of its cell that apply, without those that have
 * their usual value. A column that is new in a file therefore renames no series. Run, commit and
 * schema version belong to a value, and not to the series.
 */
record SeriesName(Map<ColumnKey, String> settings) {
    private static final Set<ColumnKey> IN_WORDS = Set.of(
            ScenarioKeys.BENCHMARK,
            ScenarioKeys.ACKS,
            ScenarioKeys.ENABLE_IDEMPOTENCE,
            ScenarioKeys.TRANSACTIONAL,
            ScenarioKeys.MIN_INSYNC_REPLICAS,
            ScenarioKeys.RECORD_SIZE);

    static SeriesName of(ComparedCell cell) {
        Map<ColumnKey, String> settings = new LinkedHashMap<>(cell.settings());
        String benchmark = cell.setting(ScenarioKeys.BENCHMARK);
        settings.entrySet()
                .removeIf(setting -> setting.getValue().isEmpty()
                        || setting.getValue().equals(SettingColumn.usual(benchmark, setting.getKey())));
        return new SeriesName(settings);
    }

    /** Returns the name as {@code column=value}, with a separator between. */
    String joined(String separator) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(separator));
    }

    /** Returns the name in words, which no other series has. */
    String inWords() {
        ComparedCell cell = new ComparedCell(settings);
        return cell.setting(ScenarioKeys.BENCHMARK) + " " + cell.mode() + " min.isr="
                + cell.setting(ScenarioKeys.MIN_INSYNC_REPLICAS) + " " + cell.setting(ScenarioKeys.RECORD_SIZE) + "B"
                + settings.entrySet().stream()
                        .filter(setting -> !IN_WORDS.contains(setting.getKey()))
                        .map(setting -> " " + setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining());
    }
}
