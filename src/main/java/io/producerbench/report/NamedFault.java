package io.producerbench.report;

import io.producerbench.results.ResultRow;
import io.producerbench.results.TrialKeys;
import java.util.Collection;
import java.util.Locale;

/**
 * An experiment and its fault.
 *
 * @param experiment its id
 * @param fault in a few words
 * @param variant what distinguishes this fault from others of the experiment; may be empty
 */
public record NamedFault(String experiment, String fault, String variant) {
    static NamedFault of(ResultRow row) {
        return new NamedFault(row.text(TrialKeys.EXPERIMENT), row.text(TrialKeys.FAULT), row.text(TrialKeys.VARIANT));
    }

    /**
     * Returns the id, with the variant and the fault if they are needed to distinguish it from the
     * others.
     */
    String label(Collection<NamedFault> others) {
        boolean needsFault = others.stream()
                .anyMatch(other ->
                        !other.equals(this) && other.experiment.equals(experiment) && other.variant.equals(variant));
        String label = variant.isEmpty() ? experiment : experiment + " " + variant;
        return needsFault ? label + ", " + fault : label;
    }

    /** Returns the label as a part of a column's name. */
    public String columnPrefix(Collection<NamedFault> others) {
        String id = label(others).substring(experiment.length());
        String rest =
                id.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("_$", "");
        return experiment + rest;
    }

    /** Returns experiment, fault and variant, for a sentence. */
    public String text() {
        return experiment + " (" + fault + (variant.isEmpty() ? "" : "; " + variant) + ")";
    }
}
