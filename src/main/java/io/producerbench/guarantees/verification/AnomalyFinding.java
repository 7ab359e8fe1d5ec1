package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;

/**
 * One anomaly that was found.
 *
 * @param evidence begins with the id of the record concerned, or with what there is in place of one, and a colon; then
 *     partition and offsets
 */
public record AnomalyFinding(Anomaly anomaly, String evidence) {
    static AnomalyFinding of(Anomaly anomaly, Object subject, String what) {
        return new AnomalyFinding(anomaly, subject + ": " + what);
    }
}
