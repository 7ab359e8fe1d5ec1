package io.producerbench.guarantees.experiments;

import io.producerbench.results.RunIdentity;
import java.time.Instant;

/** One row of {@code settings.csv}. */
public record SettingsRow(RunIdentity run, Instant startedAt, SettingsAnswer answer) {
    /** Returns the value that was given for a setting, empty if it was left unset. */
    String given(String setting) {
        return answer.check().settings().getOrDefault(setting, "");
    }
}
