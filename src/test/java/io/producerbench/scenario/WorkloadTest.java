package io.producerbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTest {

    @ParameterizedTest(name = "{0} B, {1} partitions, batches of {2} B, {3} in flight: {4} records")
    @CsvSource({
        // three times six batches (five in flight, one being filled) to each of six partitions
        "100, 6, 16384, 5, 17694",
        "1024, 6, 16384, 5, 1728",
        "100, 1, 16384, 1, 981",
        // batch.size 0 sends each record alone
        "100, 6, 0, 5, 108",
        // a record larger than a batch is a batch
        "100000, 1, 16384, 5, 18",
        // never more than half of buffer.memory
        "100, 1000, 16384, 5, 167772",
        "1000000, 1000, 16777216, 1000, 16"
    })
    void a_closed_loop_keeps_three_times_as_many_outstanding_as_requests_can_carry(
            int recordSize, int partitions, int batchSize, int maxInFlight, int records) {
        assertThat(new Workload(
                                recordSize,
                                partitions,
                                1,
                                5,
                                batchSize,
                                maxInFlight,
                                33_554_432,
                                "none",
                                0,
                                0,
                                0,
                                0,
                                false,
                                16)
                        .pipelineDepth())
                .isEqualTo(records);
    }
}
