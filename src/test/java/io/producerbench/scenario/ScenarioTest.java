package io.producerbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.guarantee.Mode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void is_what_its_values_describe_over_the_default_grid() {
        assertThat(Grids.defaults())
                .allSatisfy(
                        scenario -> assertThat(Scenario.of(scenario.values())).isEqualTo(scenario));
    }

    @Test
    void is_what_its_values_describe_over_random_grids() {
        assertThat(Grids.random(42, 300))
                .hasSizeGreaterThan(1000)
                .allSatisfy(
                        scenario -> assertThat(Scenario.of(scenario.values())).isEqualTo(scenario));
    }

    @Test
    void another_value_on_one_axis_changes_that_axis_alone() {
        Scenario scenario = AScenario.with(Map.of());
        Map<Axis, String> expected = scenario.values();
        expected.put(Axis.LINGER_MS, "7");

        assertThat(scenario.with(Axis.LINGER_MS, "7").values()).isEqualTo(expected);
    }

    @Test
    void refuses_a_change_that_its_other_settings_contradict() {
        Scenario scenario = AScenario.with(Map.of(Axis.ACKS, "1"));

        assertThatThrownBy(() -> scenario.with(Axis.ENABLE_IDEMPOTENCE, "true"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takes_the_first_default_where_nothing_is_chosen() {
        Scenario scenario = Scenario.ofDefaults(Map.of(Axis.ACKS, "all", Axis.RATE, Scenario.UNPACED));

        assertThat(scenario.guarantee()).isEqualTo(Mode.ACKS_ALL.with(1));
        assertThat(scenario.workload().lingerMs()).isEqualTo(5);
        assertThat(scenario.workload().samplingStride()).isEqualTo(16);
    }

    @Test
    void has_a_value_on_every_axis() {
        assertThat(Grids.defaults())
                .allSatisfy(scenario -> assertThat(scenario.values()).containsOnlyKeys(Axis.values()));
    }

    @Test
    void in_closed_loop_the_rate_reads_max() {
        Scenario scenario = one(Map.of(), Set.of(PacingKind.CLOSED_LOOP));

        assertThat(scenario.pacing()).isEqualTo(new Pacing.ClosedLoop());
        assertThat(scenario.values()).containsEntry(Axis.RATE, "max");
    }

    @Test
    void in_open_loop_the_rate_is_that_of_all_producers() {
        Scenario scenario = one(Map.of(Axis.RATE, "2500"), Set.of(PacingKind.OPEN_LOOP));

        assertThat(scenario.pacing()).isEqualTo(new Pacing.OpenLoop(2500));
    }

    @Test
    void without_transactions_no_records_share_one() {
        Scenario scenario = one(Map.of(Axis.RECORDS_PER_TRANSACTION, "50"), PacingKind.USUAL);

        assertThat(scenario.workload().recordsPerTransaction()).isZero();
    }

    @Test
    void is_named_after_its_pacing_mode_and_size() {
        assertThat(one(Map.of(), Set.of(PacingKind.CLOSED_LOOP)).name()).isEqualTo("max-rate-acks-0-min-isr-1-100B");
    }

    @Test
    void is_named_after_what_is_unusual_about_it() {
        assertThat(one(Map.of(Axis.COMPRESSION, "lz4"), Set.of(PacingKind.OPEN_LOOP))
                        .name())
                .isEqualTo("fixed-rate-acks-0-min-isr-1-100B-compression-lz4");
    }

    @Test
    void no_two_of_a_grid_share_a_name_even_where_letter_case_is_ignored() {
        assertThat(grid(Map.of(
                        Axis.LINGER_MS, List.of("5", "50"),
                        Axis.BATCH_SIZE, List.of("1", "16384"),
                        Axis.RATE, List.of("2000", "20000"),
                        Axis.KEYS, List.of("none", "uniform"),
                        Axis.RECORDS_PER_TRANSACTION, List.of("10", "100"))))
                .hasSizeGreaterThan(500)
                .extracting(scenario -> scenario.name().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void zero_is_a_value_to_be_named_where_it_is_not_the_absence_of_transactions() {
        assertThat(grid(Map.of(
                        Axis.LINGER_MS, List.of("0", "5"),
                        Axis.BATCH_SIZE, List.of("0", "16384"))))
                .extracting(Scenario::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void names_fit_file_systems_and_histogram_tags() {
        assertThat(Grids.random(7, 300))
                .allSatisfy(scenario ->
                        assertThat(scenario.name()).matches("[a-zA-Z0-9-]+").hasSizeLessThan(230));
    }

    private static List<Scenario> grid(Map<Axis, List<String>> chosen) {
        return ScenarioGrid.expand(chosen, PacingKind.USUAL).scenarios();
    }

    private static Scenario one(Map<Axis, String> chosen, Set<PacingKind> pacings) {
        Map<Axis, List<String>> single = new EnumMap<>(Axis.class);
        chosen.forEach((axis, value) -> single.put(axis, List.of(value)));
        return ScenarioGrid.expand(single, pacings).scenarios().get(0);
    }
}
