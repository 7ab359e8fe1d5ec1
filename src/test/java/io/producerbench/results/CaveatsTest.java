package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaveatsTest {
    private final List<ResultRow> samples = new ArrayList<>();
    private final Map<String, String> summary = new HashMap<>(Map.of(
            "blocks", "6",
            "valid", "6",
            "taken_again", "0",
            "drift", "false",
            "drift_share", "0.0100",
            "cold", "false",
            "capacity_valid", "true",
            "cores", "16"));

    @Test
    void a_run_that_nothing_is_to_be_said_of_has_no_line() {
        sample("OK", "", "", "0.004");

        assertThat(lines()).isEmpty();
    }

    @Test
    void samples_without_an_ok_row_come_first() {
        summary.put("valid", "5");
        summary.put("cold", "true");

        assertThat(lines())
                .startsWith("incomplete: 1 of 6 samples have no OK row, and are left out")
                .hasSize(2);
    }

    @Test
    void equal_reasons_for_taking_samples_again_are_counted_together_and_findings_are_not() {
        sample("INVALID", "other processes used 59.2 % of the machine's CPU, more than 10.0 %", "disturbance", "0.592");
        sample("INVALID", "other processes used 22.1 % of the machine's CPU, more than 10.0 %", "disturbance", "0.221");
        sample("FAILED", "the fork died", "disturbance", "");
        sample("INVALID", "3 records failed", "finding", "0.001");
        summary.put("taken_again", "3");

        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("taken again: 3 samples beside the 6 of the plan; why: other processes used … of the"
                        + " machine's CPU, more than … (2); the fork died (1)");
    }

    @Test
    void one_sample_that_was_taken_again_is_no_samples() {
        sample("FAILED", "the fork died", "disturbance", "");
        summary.put("taken_again", "1");

        assertThat(lines()).containsExactly("taken again: 1 sample beside the 6 of the plan; why: the fork died (1)");
    }

    @Test
    void others_are_told_of_the_samples_that_count_only() {
        sample("OK", "", "", "0.034");
        sample("INVALID", "others", "disturbance", "0.900");

        assertThat(lines())
                .containsExactly(
                        "others: programs that are not part of the run used up to 3.4 % of the CPU in a sample that"
                                + " counts");
    }

    @Test
    void so_is_what_the_hypervisor_kept() {
        sample("OK", "", "", "");
        samples.get(0).cells().put("steal_share", "0.081");
        sample("INVALID", "steal", "disturbance", "");
        samples.get(1).cells().put("steal_share", "0.203");

        assertThat(lines())
                .containsExactly("steal: the hypervisor kept up to 8.1 % of the cores' time in a sample that counts");
    }

    @Test
    void drift_cold_few_blocks_and_few_cores_are_each_a_line() {
        summary.putAll(Map.of(
                "drift", "true",
                "drift_share", "-0.0830",
                "cold", "true",
                "blocks", "1",
                "valid", "1",
                "capacity_valid", "false",
                "cores", "2"));

        assertThat(lines())
                .containsExactly(
                        "drift: rates changed by -8.3 % over the run",
                        "cold: the brokers were still compiling when the first block began",
                        "one block gives no interval: a 95 % interval needs 6 blocks",
                        "few cores: client and brokers share 2 cores, so compare settings and do not read the rates as"
                                + " capacity");
    }

    private List<String> lines() {
        return Caveats.of(samples, List.of(new ResultRow(Path.of("summary.csv"), 2, summary)));
    }

    private void sample(String status, String reason, String cause, String others) {
        Map<String, String> cells = new HashMap<>(Map.of(
                "status", status,
                "status_reason", reason,
                "status_cause", cause,
                "others_cpu_share", others));
        samples.add(new ResultRow(Path.of("samples.csv"), samples.size() + 2, cells));
    }
}
