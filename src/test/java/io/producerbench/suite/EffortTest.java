package io.producerbench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.options.TimeValue;

class EffortTest {
    @Test
    void a_full_sweep_has_the_six_blocks_that_an_interval_needs() {
        Effort full = effort(false);

        assertThat(full.blocks()).isEqualTo(6);
        assertThat(full.warmupIterations()).isEqualTo(1);
        assertThat(full.warmupTime()).isEqualTo(TimeValue.seconds(2));
        assertThat(full.measurementIterations()).isEqualTo(1);
        assertThat(full.measurementTime()).isEqualTo(TimeValue.seconds(3));
    }

    @Test
    void a_quick_sweep_has_one_block_of_short_iterations() {
        Effort quick = effort(true);

        assertThat(quick.blocks()).isEqualTo(1);
        assertThat(quick.warmupTime()).isEqualTo(TimeValue.seconds(2));
        assertThat(quick.measurementTime()).isEqualTo(TimeValue.seconds(3));
        assertThat(quick.brokerWarmUpRounds()).isLessThan(effort(false).brokerWarmUpRounds());
    }

    @Test
    void what_the_user_says_goes_before_either_default() {
        String[] said = {"-f", "10", "-wi", "2", "-w", "500ms", "-i", "4", "-r", "1s"};

        assertThat(effort(false, said))
                .isEqualTo(new Effort(
                        10,
                        2,
                        TimeValue.milliseconds(500),
                        4,
                        TimeValue.seconds(1),
                        effort(false).brokerWarmUpRounds()));
        assertThat(effort(true, said))
                .isEqualTo(new Effort(
                        10,
                        2,
                        TimeValue.milliseconds(500),
                        4,
                        TimeValue.seconds(1),
                        effort(true).brokerWarmUpRounds()));
    }

    @Test
    void what_the_user_does_not_say_keeps_its_default() {
        assertThat(effort(true, "-f", "3").warmupTime()).isEqualTo(TimeValue.seconds(2));
    }

    @Test
    void a_sample_takes_its_iterations_and_what_is_around_them() {
        Duration three = effort(false, "-wi", "0", "-i", "3", "-r", "10s").perSample();
        Duration four = effort(false, "-wi", "0", "-i", "4", "-r", "10s").perSample();

        assertThat(three).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
        assertThat(four.minus(three)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void a_sweep_takes_all_its_samples_and_the_start_of_the_brokers() {
        Effort effort = effort(false);

        assertThat(effort.total(11).minus(effort.total(10))).isEqualTo(effort.perSample());
        assertThat(effort.total(0)).isGreaterThan(BrokerWarmUp.atMost(effort.brokerWarmUpRounds()));
    }

    private static Effort effort(boolean quick, String... arguments) {
        return Effort.of(
                quick,
                OptionalInt.empty(),
                JmhArguments.parse(List.of(arguments)).options());
    }
}
