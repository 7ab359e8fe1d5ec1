package io.producerbench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitedByTest {
    @Test
    void busy_cores_limit_by_the_machine_whatever_the_client_does() {
        ASample sample = ASample.atMaxRate(Map.of()).machineBusy(0.90).busiestThreadSeconds(4.9);

        assertThat(limit(sample)).isEqualTo("machine");
    }

    @Test
    void a_thread_that_used_up_its_core_limits_by_the_client() {
        ASample sample = ASample.atMaxRate(Map.of()).machineBusy(0.89).busiestThreadSeconds(4.5);

        assertThat(limit(sample)).isEqualTo("client");
    }

    @Test
    void with_neither_it_was_the_brokers() {
        ASample sample = ASample.atMaxRate(Map.of()).machineBusy(0.89).busiestThreadSeconds(4.49);

        assertThat(limit(sample)).isEqualTo("brokers");
    }

    @Test
    void an_open_loop_is_limited_by_its_schedule() {
        ASample sample = ASample.atRate(2000, Map.of()).machineBusy(0.99).busiestThreadSeconds(4.9);

        assertThat(limit(sample)).isEmpty();
    }

    @Test
    void nothing_is_said_of_a_machine_whose_load_is_unknown() {
        ASample sample = ASample.atMaxRate(Map.of()).machineLoadUnknown().busiestThreadSeconds(4.9);

        assertThat(limit(sample)).isEmpty();
    }

    /** As the column has it. */
    private static String limit(ASample sample) {
        return SampleColumns.ALL.stream()
                .filter(column -> column.name().equals("limited_by"))
                .map(column -> column.cell().apply(sample.row(1, 1)))
                .findFirst()
                .orElseThrow();
    }
}
