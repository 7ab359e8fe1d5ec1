package io.producerbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeasibilityTest {
    private static final Map<Axis, String> TRANSACTIONAL =
            Map.of(Axis.ACKS, "all", Axis.ENABLE_IDEMPOTENCE, "true", Axis.TRANSACTIONAL, "true");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BUFFER_MEMORY=12 | bufferMemory=12 holds no batch: batchSize=16384 and recordSize=100 need 16384 bytes",
                "BUFFER_MEMORY=65536 BATCH_SIZE=131072 | bufferMemory=65536 holds no batch: batchSize=131072",
                "BUFFER_MEMORY=1000 BATCH_SIZE=0 RECORD_SIZE=1000 | bufferMemory=1000 holds no batch: batchSize=0 and recordSize=1000 need 1128 bytes for one; give bufferMemory=1128 or more"
            })
    void a_buffer_that_holds_no_batch_is_named(String settings, String beginning) {
        assertThat(Feasibility.problem(scenario(Map.of(), settings)).orElse("")).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE=2000",
        "BUFFER_MEMORY=16384",
        "BUFFER_MEMORY=65536 BATCH_SIZE=65536",
        "RATE=10 RECORDS_PER_TRANSACTION=100",
        "RATE=1 RECORD_SIZE=1000000"
    })
    void what_can_be_measured_has_no_problem(String settings) {
        assertThat(Feasibility.problem(scenario(Map.of(), settings))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RATE=10 | recordsPerTransaction=1000 takes 100 s to fill with rate=10 over producers=1, and brokers abort a transaction after transaction.timeout.ms=60000; give fewer records or a higher rate",
                "RATE=100 PRODUCERS=10 | recordsPerTransaction=1000 takes 100 s to fill with rate=100 over producers=10",
                "RATE=max RECORDS_PER_TRANSACTION=1000000 RECORD_SIZE=1000000 | recordsPerTransaction=1000000 takes 100 s to fill with recordSize=1000000 even at 10 GB/s"
            })
    void a_transaction_that_times_out_while_it_is_filled_is_named(String settings, String beginning) {
        assertThat(Feasibility.problem(scenario(TRANSACTIONAL, settings)).orElse(""))
                .startsWith(beginning);
    }

    @Test
    void a_grid_leaves_out_what_cannot_be_measured_and_keeps_the_rest() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(
                        Axis.ACKS, List.of("all"),
                        Axis.ENABLE_IDEMPOTENCE, List.of("true"),
                        Axis.TRANSACTIONAL, List.of("true", "false"),
                        Axis.MIN_INSYNC_REPLICAS, List.of("2"),
                        Axis.RECORD_SIZE, List.of("100"),
                        Axis.RATE, List.of("10")),
                PacingKind.USUAL);

        assertThat(grid.scenarios()).hasSize(3);
        assertThat(grid.impossible())
                .singleElement()
                .satisfies(settings -> assertThat(settings.cells()).isEqualTo(1))
                .satisfies(
                        settings -> assertThat(settings.reason()).startsWith("recordsPerTransaction=1000 takes 100 s"));
    }

    private static Scenario scenario(Map<Axis, String> chosen, String settings) {
        Map<Axis, String> values = new EnumMap<>(Axis.class);
        values.putAll(chosen);
        for (String setting : settings.split(" ")) {
            String[] parts = setting.split("=");
            values.put(Axis.valueOf(parts[0]), parts[1]);
        }
        return Scenario.ofDefaults(values);
    }
}
