package io.producerbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.producerbench.guarantee.Acks;
import io.producerbench.scenario.ScenarioGrid.Equivalent;
import io.producerbench.scenario.ScenarioGrid.Impossible;
import io.producerbench.scenario.ScenarioGrid.Refused;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioGridTest {
    private static final String ENOUGH_TO_BE_SEEN =
            "min.insync.replicas is not consulted for the acknowledgement when acks is not all, and 2 live replicas are"
                    + " enough for consumers to see the records";

    private static final Map<Axis, List<String>> ONE_SIZE = Map.of(Axis.RECORD_SIZE, List.of("100"));

    @Test
    void the_default_grid_has_44_scenarios() {
        ScenarioGrid grid = ScenarioGrid.expand(Map.of(), PacingKind.USUAL);

        assertThat(grid.scenarios()).hasSize(44);
        assertThat(grid.refused()).hasSize(7);
        assertThat(grid.equivalents()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"acks=0, 1", "acks=1, 1", "acks=all, 3", "idempotent, 3", "transactional, 3"})
    void min_insync_replicas_is_varied_only_where_it_is_consulted(String mode, int scenarios) {
        ScenarioGrid grid = ScenarioGrid.expand(ONE_SIZE, Set.of(PacingKind.CLOSED_LOOP));

        assertThat(grid.scenarios())
                .filteredOn(scenario -> scenario.guarantee().mode().label().equals(mode))
                .hasSize(scenarios);
    }

    @Test
    void what_is_not_varied_says_what_it_is_measured_as() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(Axis.ACKS, List.of("1"), Axis.MIN_INSYNC_REPLICAS, List.of("2", "3")), PacingKind.USUAL);

        assertThat(grid.equivalents())
                .containsExactly(new Equivalent(
                        "acks=1",
                        3,
                        0,
                        2,
                        "min.insync.replicas is not consulted for the acknowledgement when acks is not all"));
        assertThat(grid.scenarios())
                .extracting(scenario -> scenario.guarantee().minInsyncReplicas())
                .containsOnly(2);
    }

    @Test
    void with_a_broker_down_a_minimum_of_all_three_differs_in_every_mode() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(Axis.RECORD_SIZE, List.of("100"), Axis.BROKERS_DOWN, List.of("1")),
                Set.of(PacingKind.CLOSED_LOOP));

        assertThat(grid.scenarios())
                .filteredOn(scenario -> scenario.guarantee().acks() != Acks.ALL)
                .extracting(scenario -> scenario.guarantee().mode() + " "
                        + scenario.guarantee().minInsyncReplicas() + " " + scenario.isInvisible())
                .containsExactly("acks=0 1 false", "acks=0 3 true", "acks=1 1 false", "acks=1 3 true");
        assertThat(grid.equivalents())
                .extracting(
                        Equivalent::mode,
                        Equivalent::minInsyncReplicas,
                        Equivalent::brokersDown,
                        Equivalent::measuredAs,
                        Equivalent::reason)
                .containsExactly(
                        tuple("acks=0", 2, 1, 1, ENOUGH_TO_BE_SEEN), tuple("acks=1", 2, 1, 1, ENOUGH_TO_BE_SEEN));
    }

    @Test
    void what_is_refused_is_measured_once_for_all_paces() {
        Map<Axis, List<String>> twoRates = Map.of(
                Axis.ACKS, List.of("all"),
                Axis.TRANSACTIONAL, List.of("false"),
                Axis.RECORD_SIZE, List.of("100"),
                Axis.RATE, List.of("1000", "2000"),
                Axis.BROKERS_DOWN, List.of("0", "1"));

        for (Set<PacingKind> pacings :
                List.of(PacingKind.USUAL, Set.of(PacingKind.CLOSED_LOOP), Set.of(PacingKind.OPEN_LOOP))) {
            assertThat(ScenarioGrid.expand(twoRates, pacings).scenarios())
                    .filteredOn(Scenario::isRefused)
                    .extracting(Scenario::name)
                    .containsExactly(
                            "refusal-acks-all-min-isr-3-100B-brokersDown-1",
                            "refusal-idempotent-min-isr-3-100B-brokersDown-1");
        }
    }

    @Test
    void a_broker_down_is_added_to_a_sweep_and_changes_nothing_in_it() {
        List<Scenario> both = ScenarioGrid.expand(Map.of(Axis.BROKERS_DOWN, List.of("0", "1")), PacingKind.USUAL)
                .scenarios();

        assertThat(both)
                .filteredOn(scenario -> scenario.brokersDown() == 0)
                .containsExactlyElementsOf(Grids.defaults());
        assertThat(both).extracting(Scenario::name).doesNotHaveDuplicates();
    }

    @Test
    void chosen_values_replace_the_defaults_of_their_axis_only() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(Axis.ACKS, List.of("all"), Axis.RECORD_SIZE, List.of("7", "8")), Set.of(PacingKind.CLOSED_LOOP));

        assertThat(grid.scenarios())
                .hasSize(3 * 3 * 2)
                .allSatisfy(scenario -> assertThat(scenario.guarantee().acks()).isEqualTo(Acks.ALL));
        assertThat(grid.scenarios())
                .extracting(scenario -> scenario.workload().recordSize())
                .containsOnly(7, 8);
    }

    @Test
    void max_in_flight_6_is_refused_only_with_idempotence() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(
                        Axis.ACKS, List.of("all"),
                        Axis.TRANSACTIONAL, List.of("false"),
                        Axis.MAX_IN_FLIGHT, List.of("5", "6")),
                PacingKind.USUAL);

        assertThat(grid.refused())
                .containsExactly(new Refused(
                        Acks.ALL,
                        true,
                        false,
                        6,
                        "To use the idempotent producer, max.in.flight.requests.per.connection must be set to at most 5."
                                + " Current value is 6."));
        assertThat(grid.scenarios())
                .filteredOn(scenario -> scenario.workload().maxInFlight() == 6)
                .isNotEmpty();
    }

    @Test
    void closed_loop_has_no_rate_to_vary() {
        Map<Axis, List<String>> twoRates = Map.of(Axis.RATE, List.of("1000", "2000"));

        assertThat(ScenarioGrid.expand(twoRates, Set.of(PacingKind.CLOSED_LOOP)).scenarios())
                .hasSize(22);
        assertThat(ScenarioGrid.expand(twoRates, Set.of(PacingKind.OPEN_LOOP)).scenarios())
                .hasSize(44);
    }

    @Test
    void records_per_transaction_vary_only_where_there_are_transactions() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(
                        Axis.RECORD_SIZE, List.of("100"),
                        Axis.MIN_INSYNC_REPLICAS, List.of("2"),
                        Axis.RECORDS_PER_TRANSACTION, List.of("10", "100")),
                Set.of(PacingKind.CLOSED_LOOP));

        assertThat(grid.scenarios())
                .extracting(scenario -> scenario.guarantee().mode().label())
                .containsExactlyInAnyOrder(
                        "acks=0", "acks=1", "acks=all", "idempotent", "transactional", "transactional");
    }

    /** It holds back the records of every mode. */
    @Test
    void an_open_transaction_of_another_producer_is_measured_in_every_mode_but_only_where_consumers_wait() {
        Map<Axis, List<String>> held = Map.of(
                Axis.RECORD_SIZE, List.of("100"),
                Axis.MIN_INSYNC_REPLICAS, List.of("2"),
                Axis.OPEN_TRANSACTION_MS, List.of("0", "500"));

        assertThat(ScenarioGrid.expand(held, Set.of(PacingKind.OPEN_LOOP_WITH_READERS))
                        .scenarios())
                .hasSize(10);
        assertThat(ScenarioGrid.expand(held, Set.of(PacingKind.OPEN_LOOP)).scenarios())
                .hasSize(5);
    }

    @Test
    void a_transaction_that_ends_by_time_has_no_number_of_records() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(
                        Axis.ACKS, List.of("all"),
                        Axis.RECORD_SIZE, List.of("100"),
                        Axis.MIN_INSYNC_REPLICAS, List.of("2"),
                        Axis.TRANSACTION_MS, List.of("0", "100")),
                Set.of(PacingKind.OPEN_LOOP));

        assertThat(grid.scenarios())
                .extracting(
                        scenario -> scenario.guarantee().mode().label(),
                        scenario -> scenario.workload().recordsPerTransaction(),
                        scenario -> scenario.workload().transactionMs())
                .containsExactlyInAnyOrder(
                        tuple("acks=all", 0, 0),
                        tuple("idempotent", 0, 0),
                        tuple("transactional", 1000, 0),
                        tuple("transactional", 0, 100));
        assertThat(grid.scenarios())
                .allSatisfy(scenario ->
                        assertThat(Scenario.of(scenario.values()).values()).isEqualTo(scenario.values()));
    }

    @Test
    void transactions_are_aborted_where_there_are_any_and_the_other_modes_are_left_out_with_a_reason() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(
                        Axis.ACKS, List.of("1", "all"),
                        Axis.RECORD_SIZE, List.of("100"),
                        Axis.MIN_INSYNC_REPLICAS, List.of("2"),
                        Axis.ABORT_RATE, List.of("0", "0.1", "0.10", "0.5")),
                Set.of(PacingKind.OPEN_LOOP_WITH_READERS));

        assertThat(grid.scenarios())
                .extracting(scenario -> scenario.guarantee().mode().label() + " "
                        + scenario.workload().abortRate())
                .containsExactlyInAnyOrder(
                        "acks=1 0.0",
                        "acks=all 0.0",
                        "idempotent 0.0",
                        "transactional 0.0",
                        "transactional 0.1",
                        "transactional 0.5");
        assertThat(grid.impossible())
                .hasSize(6)
                .extracting(Impossible::reason)
                .contains("abortRate=0.1 with acks=1: only transactions can be aborted; add abortRate=0 to measure this"
                        + " mode beside them");
    }

    @Test
    void a_value_given_twice_in_two_spellings_is_measured_once() {
        ScenarioGrid grid =
                ScenarioGrid.expand(Map.of(Axis.RECORD_SIZE, List.of("100", "0100", " 100")), PacingKind.USUAL);

        assertThat(grid.scenarios()).hasSize(22).doesNotHaveDuplicates();
    }

    @Test
    void whatever_is_left_out_has_a_reason() {
        ScenarioGrid grid = ScenarioGrid.expand(Map.of(Axis.MAX_IN_FLIGHT, List.of("5", "6")), PacingKind.USUAL);

        assertThat(grid.refused()).extracting(Refused::reason).noneMatch(String::isBlank);
        assertThat(grid.equivalents()).extracting(Equivalent::reason).noneMatch(String::isBlank);
    }

    /**
     * Over the settings the producer can refuse, and with one value elsewhere, so that every
     * combination is counted.
     */
    @Test
    void every_combination_is_measured_or_refused() {
        ScenarioGrid grid = ScenarioGrid.expand(
                Map.of(
                        Axis.RECORD_SIZE, List.of("100"),
                        Axis.MIN_INSYNC_REPLICAS, List.of("1"),
                        Axis.MAX_IN_FLIGHT, List.of("5", "6")),
                Set.of(PacingKind.CLOSED_LOOP));

        assertThat(grid.scenarios().size() + grid.refused().size()).isEqualTo(3 * 2 * 2 * 2);
    }

    @Test
    void a_value_that_its_axis_does_not_accept_is_an_error() {
        assertThatThrownBy(() -> ScenarioGrid.expand(Map.of(Axis.ACKS, List.of("all", "2")), PacingKind.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-p acks: expected one of 0, 1, all, got: 2");
    }
}
