package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import io.producerbench.stats.Looks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DuetPlanTest {
    private static final StopRule THIRTY = new StopRule(Looks.USUAL);

    @Test
    void by_default_the_five_modes_are_compared_at_the_recommended_minimum() {
        DuetPlan plan = plan(List.of("HEAD", "HEAD"));

        assertThat(plan.scenarios())
                .extracting(scenario -> scenario.base().name())
                .containsExactly(
                        "max-rate-acks-0-min-isr-2-1024B",
                        "max-rate-acks-1-min-isr-2-1024B",
                        "max-rate-acks-all-min-isr-2-1024B",
                        "max-rate-idempotent-min-isr-2-1024B",
                        "max-rate-transactional-min-isr-2-1024B");
        assertThat(plan.scenarios())
                .allSatisfy(scenario -> assertThat(scenario.other()).isEqualTo(scenario.base()));
        assertThat(plan.mostBlocks()).isEqualTo(45);
    }

    @Test
    void one_commit_alone_is_held_against_what_is_checked_out() {
        DuetPlan plan = plan(List.of("main"));

        assertThat(plan.base().text()).isEqualTo("main");
        assertThat(plan.other().text()).isEqualTo("HEAD");
    }

    @Test
    void settings_are_put_into_the_scenario_of_their_arm() {
        DuetPlan plan = plan(List.of("linger.ms=5", "linger.ms=0"), "-p", "acks=1");

        assertThat(plan.scenarios()).hasSize(1);
        assertThat(plan.scenarios().get(0).base().workload().lingerMs()).isEqualTo(5);
        assertThat(plan.scenarios().get(0).other().workload().lingerMs()).isZero();
    }

    @Test
    void a_scenario_that_refuses_a_setting_is_left_out_with_the_reason() {
        DuetPlan plan = plan(List.of("acks=1", "acks=all"));

        assertThat(plan.scenarios()).hasSize(1);
        assertThat(plan.leftOut())
                .anyMatch(reason -> reason.contains("idempotent") && reason.contains("Must set acks"));
    }

    @Test
    void acks_0_has_no_tail_to_compare() {
        DuetPlan plan = plan(List.of("HEAD", "HEAD"), "FixedRate");

        assertThat(plan.scenarios()).hasSize(4);
        assertThat(plan.leftOut()).singleElement().asString().contains("acks=0 acknowledges nothing");
    }

    @Test
    void unlike_arms_are_refused() {
        assertThatThrownBy(() -> plan(List.of("client:4.4.0", "broker:4.4.0")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(
                        "expected two arms of one kind, got a client version (client:4.4.0) and a broker");
        assertThatThrownBy(() -> plan(List.of("linger.ms=0", "batch.size=0")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("the setting linger.ms (linger.ms=0) and the setting batch.size (batch.size=0)");
    }

    @Test
    void profiles_are_refused_because_a_duet_keeps_none() {
        assertThatThrownBy(() -> plan(List.of("HEAD", "HEAD"), "-prof", "jfr"))
                .isInstanceOf(UsageException.class)
                .hasMessage("-prof jfr: a duet keeps no profiles; profile one version in a sweep of its own");
    }

    @Test
    void an_option_that_sets_what_the_arms_set_is_refused() {
        assertThatThrownBy(() -> plan(List.of("linger.ms=5", "linger.ms=0"), "-p", "lingerMs=1"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("-p lingerMs and the arm linger.ms=5 set the same thing");
    }

    @Test
    void settings_that_leave_nothing_to_compare_are_refused() {
        assertThatThrownBy(() -> plan(List.of("target_rate=1", "target_rate=2")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("nothing to compare: ");
    }

    @Test
    void what_consumers_cost_is_compared_at_a_fixed_rate() {
        DuetPlan plan = plan(List.of("consumers=0", "consumers=2"), "-p", "acks=1,all");

        assertThat(plan.scenarios())
                .extracting(scenario ->
                        scenario.base().name() + " " + scenario.other().name())
                .first()
                .isEqualTo("fixed-rate-acks-1-min-isr-2-1024B visible-acks-1-min-isr-2-1024B");
        assertThat(plan(List.of("consumers=0", "consumers=2"), "-p", "acks=1,all", "FixedRate")
                        .scenarios())
                .isEqualTo(plan.scenarios());
        assertThatThrownBy(() -> plan(List.of("consumers=0", "consumers=2"), "MaxRate"))
                .isInstanceOf(UsageException.class)
                .hasMessage("consumers=0: consumers read at a fixed rate only; name FixedRate or no benchmark");
        assertThatThrownBy(() -> plan(List.of("consumers=0", "consumers=2"), Against.STUB))
                .isInstanceOf(UsageException.class)
                .hasMessage("consumers=0 --against stub: a stub broker keeps no records that consumers could read;"
                        + " leave --against out");
    }

    @Test
    void a_stub_broker_has_no_version_and_one_number_of_partitions() {
        assertThatThrownBy(() -> plan(List.of("broker:4.3.1", "broker:4.4.0"), Against.STUB))
                .isInstanceOf(UsageException.class)
                .hasMessage("broker:4.3.1 --against stub: a stub broker has no version; leave --against out");
        assertThatThrownBy(() -> plan(List.of("partitions=1", "partitions=6"), Against.STUB))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("expected one number of partitions")
                .hasMessageContaining("got [1, 6]");
        assertThat(plan(List.of("linger.ms=5", "linger.ms=0"), Against.STUB).scenarios())
                .isNotEmpty();
    }

    private static DuetPlan plan(List<String> arms, String... jmh) {
        return plan(arms, Against.BROKERS, jmh);
    }

    private static DuetPlan plan(List<String> arms, Against against, String... jmh) {
        DuetRequest request = new DuetRequest(
                arms,
                List.of(jmh),
                OptionalInt.empty(),
                7,
                "4.3.1",
                ADuet.USUAL,
                Path.of("project"),
                Path.of("results"),
                WorkDirectory.usual(),
                Optional.empty(),
                against);
        return DuetPlan.of(request, THIRTY, name -> Optional.of("a31fb7a0123456789abcdef0123456789abcdef0"));
    }
}
