package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;

/**
 * One anomaly that was found.
 *
 * @param evidence begins with the record's id, or with what stands in its place, and a colon;
 *     partition and offsets follow
 */
public record AnomalyFinding(Anomaly anomaly, String evidence) {
    static AnomalyFinding of(Anomaly anomaly, Object subject, String what) {
        return new AnomalyFinding(anomaly, subject + ": " + what);
    }
}
