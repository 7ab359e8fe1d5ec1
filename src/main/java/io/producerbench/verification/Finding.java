package io.producerbench.verification;

/**
 * One anomaly that was found.
 *
 * @param evidence begins with the id of the record concerned, or with what there is in place of one, and a colon; then
 *     partition and offsets
 */
public record Finding(Anomaly anomaly, String evidence) {
    static Finding of(Anomaly anomaly, Object subject, String what) {
        return new Finding(anomaly, subject + ": " + what);
    }
}
