package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.jmh.ForkIterations;
import io.producerbench.scenario.AScenario;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.runner.options.TimeValue;

class DiskNeedTest {
    /** With the two seconds that a fork sends beside them: ten seconds. */
    private static final ForkIterations EIGHT_SECONDS =
            new ForkIterations(1, TimeValue.seconds(2), 3, TimeValue.seconds(2));

    private static final long BASE = 100_000_000;
    private static final long RESERVE = 512_000_000;

    @TempDir
    Path directory;

    @Test
    void a_fixed_rate_is_counted_as_it_is_times_three_replicas() {
        DiskNeed need = DiskNeed.of(List.of(paced("1000", "930")), EIGHT_SECONDS);

        assertThat(need.mostBytes()).isEqualTo(BASE + 1_000 * 1_000 * 10 * 3);
        assertThat(need.leastBytes()).isEqualTo(BASE + 1_000 * 1_000 * 10 * 3);
    }

    @Test
    void no_rate_is_higher_than_a_fast_machine_reaches() {
        DiskNeed large = DiskNeed.of(List.of(paced("100000000", "930")), EIGHT_SECONDS);
        DiskNeed small = DiskNeed.of(List.of(paced("100000000", "30")), EIGHT_SECONDS);

        assertThat(large.mostBytes()).isEqualTo(BASE + 250_000_000L * 10 * 3);
        assertThat(large).isEqualTo(DiskNeed.of(List.of(paced(Scenario.UNPACED, "930")), EIGHT_SECONDS));
        assertThat(small.mostBytes()).isEqualTo(BASE + 100L * 1_000_000 * 10 * 3);
    }

    @Test
    void the_largest_sample_counts_and_not_their_sum() {
        List<Scenario> three = List.of(paced("1000", "930"), paced("2000", "930"), paced("1000", "30"));

        assertThat(DiskNeed.of(three, EIGHT_SECONDS))
                .isEqualTo(DiskNeed.of(List.of(paced("2000", "930")), EIGHT_SECONDS));
    }

    @Test
    void what_cannot_fit_is_refused_and_what_may_not_fit_is_warned_of_with_both_numbers() {
        WorkDirectory disk = new WorkDirectory(directory);
        List<String> said = new ArrayList<>();
        assumeThat(disk.freeBytes()).isPresent();

        assertThatThrownBy(() -> new DiskNeed(0, Long.MAX_VALUE).requireFitsInto(disk, said::add))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith("the brokers need at least ")
                .hasMessageContaining(" for their data, and 512 MB must stay free, got " + directory + " (")
                .hasMessageContaining(": give --work-dir a directory on a larger disk");
        assertThat(said).isEmpty();

        new DiskNeed(5_000_000_000_000_000L, 0).requireFitsInto(disk, said::add);
        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("warning: a sample on a fast machine may write up to 5,000,000.0 GB, got " + directory);

        new DiskNeed(-RESERVE, 0).requireFitsInto(disk, said::add);
        assertThat(said).hasSize(1);
    }

    private static Scenario paced(String rate, String recordSize) {
        return AScenario.with(Map.of(Axis.RATE, rate, Axis.RECORD_SIZE, recordSize));
    }
}
