package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.producerbench.Golden;
import io.producerbench.ResultsReadme;
import io.producerbench.latency.Latency;
import io.producerbench.results.ASample;
import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import io.producerbench.results.sample.MachineLimits;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DuetPairTest {
    @Test
    void the_ratio_is_new_divided_by_base() {
        ASample slower = ADuet.sample().inWindow(450_000, 0, 450_000);
        double ratio = ADuet.of(ADuet.sample(), slower)
                .logRatio(ComparedMetric.RECORDS_PER_S)
                .orElseThrow();

        assertThat(ratio).isCloseTo(Math.log(0.9), within(1e-9));
    }

    @Test
    void the_ratio_is_the_one_that_the_file_says() {
        DuetPair pair = ADuet.of(ADuet.sample(), ADuet.sample().inWindow(450_001, 0, 450_001));
        String cell = cell(pair, "log_ratio_records_per_s");

        assertThat(Double.parseDouble(cell))
                .isEqualTo(pair.logRatio(ComparedMetric.RECORDS_PER_S).orElseThrow());
    }

    @Test
    void at_a_fixed_rate_the_tail_decides() {
        ASample base = ASample.atRate(1000, Map.of()).latency(Latency.ACK, 1000L);
        ASample other = ASample.atRate(1000, Map.of()).latency(Latency.ACK, 2000L);
        DuetPair pair = ADuet.of(base, other);

        assertThat(ComparedMetric.decisive(pair.scenario())).isEqualTo(ComparedMetric.ACK_P99_US);
        assertThat(pair.logRatio(ComparedMetric.ACK_P99_US).orElseThrow()).isCloseTo(Math.log(2), within(1e-3));
        assertThat(pair.dropped()).isEmpty();
    }

    @Test
    void a_pair_of_two_good_samples_counts() {
        assertThat(ADuet.of(ADuet.sample(), ADuet.sample()).dropped()).isEmpty();
    }

    @Test
    void either_side_that_is_not_ok_takes_the_whole_pair_with_it() {
        ASample spoilt = ADuet.sample().logEnd(599_999);

        assertThat(ADuet.of(spoilt, ADuet.sample()).dropped().orElseThrow()).startsWith("base INVALID: ");
        assertThat(ADuet.of(ADuet.sample(), spoilt).dropped().orElseThrow()).startsWith("new INVALID: ");
    }

    @Test
    void stolen_time_on_either_side_takes_the_whole_pair_with_it() {
        ArmSide side = ADuet.side(ADuet.sample(), 1); // with a steal of 1.25 %

        assertThat(ADuet.pair(side, side, new DropRule(0.0125, MachineLimits.DEFAULT))
                        .dropped())
                .isEmpty();
        assertThat(ADuet.pair(side, side, new DropRule(0.0124, MachineLimits.DEFAULT))
                        .dropped())
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("base: steal 0.01"));
    }

    @Test
    void a_replica_out_of_sync_takes_the_pair_with_it() {
        ASample lagging = ADuet.sample().smallestIsr(2);

        assertThat(ADuet.of(ADuet.sample(), lagging).dropped().orElseThrow()).contains("new");
    }

    @Test
    void a_leader_that_moved_takes_the_pair_with_it() {
        ArmSide good = ADuet.side(ADuet.sample(), 1);
        ArmSide moved = new ArmSide(good.sample(), OptionalDouble.empty(), OptionalInt.of(2));

        assertThat(ADuet.pair(good, moved).dropped()).contains("new: 2 leaders moved");
        assertThat(ADuet.pair(moved, good).dropped()).contains("base: 2 leaders moved");
    }

    @Test
    void a_row_is_as_it_was() throws IOException {
        ASample slower = ADuet.sample().inWindow(499_500, 0, 499_500);

        Golden.assertSame(
                "results/golden/duet.csv",
                new CsvTable<>(DuetColumns.ALL)
                        .text(List.of(
                                ADuet.of(ADuet.sample(), slower),
                                ADuet.of(ADuet.sample(), ADuet.sample().logEnd(599_999)))));
    }

    @Test
    void every_column_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## duet.csv"))
                .containsExactlyElementsOf(
                        DuetColumns.ALL.stream().map(Column::name).toList());
        assertThat(ResultsReadme.rows("## duet.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).matches(ResultsReadme.WHOLE_ROW));
    }

    private static String cell(DuetPair pair, String column) {
        return DuetColumns.ALL.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .orElseThrow()
                .cell()
                .apply(pair);
    }
}
