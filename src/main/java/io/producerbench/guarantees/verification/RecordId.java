package io.producerbench.guarantees.verification;

/**
 * Identifies one record. It is globally unique as long as no two trials share a run.
 *
 * @param producer the number of the writer's producer; below 0 for records that no writer sent
 * @param sequence counts per producer and partition from 0
 */
public record RecordId(long run, int producer, int partition, long sequence) {
    /** Returns {@code run/producer/partition/sequence}. */
    @Override
    public String toString() {
        return run + "/" + producer + "/" + partition + "/" + sequence;
    }
}
