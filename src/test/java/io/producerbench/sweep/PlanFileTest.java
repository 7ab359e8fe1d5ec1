package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.environment.GitState;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.UsageException;
import io.producerbench.load.ClientVersion;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.run.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    private static final GitState GIT = new GitState("a31fb7a0123456789abcdef0123456789abcdef0", false);
    private static final Provenance ORIGIN = new Provenance(GIT, "17.0.9", "4.3.1", "4.3.1");
    private static final Path PROJECT = Path.of("project");

    @TempDir
    Path results;

    @Test
    void a_plan_says_what_was_asked_for_and_what_follows_from_it() {
        RunDirectory run = planned("-f", "2", "-p", "acks=0", "-p", "recordSize=100");

        Map<?, ?> plan = RunFile.readJson(run.plan());

        assertThat(plan.get("commit")).isEqualTo(GIT.commit());
        assertThat(plan.get("jmh_arguments")).isEqualTo(List.of("-f", "2", "-p", "acks=0", "-p", "recordSize=100"));
        assertThat(plan.get("seed")).isEqualTo(42);
        assertThat(plan.get("blocks")).isEqualTo(2);
        assertThat(plan.get("measurement")).isEqualTo("1 x 3 s");
        assertThat(plan.get("scenarios"))
                .isEqualTo(List.of("max-rate-acks-0-min-isr-1-100B", "fixed-rate-acks-0-min-isr-1-100B"));
        assertThat((List<?>) plan.get("refused")).hasSize(3);
        assertThat((List<?>) plan.get("equivalents")).hasSize(2);
    }

    @Test
    void the_request_of_an_unfinished_run_is_read_back() {
        RunDirectory run = planned("-f", "2", "-p", "acks=0");

        SweepRequest resumed = PlanFile.resumable(run.path(), PROJECT);

        SweepRequest begun = Requests.in(results, "-f", "2", "-p", "acks=0");
        assertThat(resumed)
                .isEqualTo(new SweepRequest(
                        begun.jmhArguments(),
                        begun.quick(),
                        OptionalInt.of(32),
                        begun.seed(),
                        begun.clusterKind(),
                        begun.brokerVersion(),
                        PROJECT,
                        results,
                        Optional.of(run.path()),
                        Optional.empty(),
                        Optional.empty(),
                        MachineLimits.DEFAULT,
                        WorkDirectory.usual()));
    }

    @Test
    void the_same_plan_at_the_same_commit_may_go_on() {
        RunDirectory run = planned("-f", "2");
        SweepRequest resumed = PlanFile.resumable(run.path(), PROJECT);

        assertThatCode(() -> PlanFile.of(resumed, SweepPlan.of(resumed), ORIGIN).requireSame(run))
                .doesNotThrowAnyException();
    }

    @Test
    void nothing_that_all_samples_have_in_common_may_change() {
        RunDirectory run = planned();

        assertRefused(
                run,
                new Provenance(new GitState("b32", false), "17.0.9", "4.3.1", "4.3.1"),
                "its commit was " + GIT.commit() + " and now is b32; check that commit out, or start anew");
        assertRefused(
                run,
                new Provenance(new GitState(GIT.commit(), true), "17.0.9", "4.3.1", "4.3.1"),
                "its dirty flag was false and now is true; bring the files back to what they were, or start anew");
        assertRefused(
                run,
                new Provenance(GIT, "25.0.1", "4.3.1", "4.3.1"),
                "its fork JDK was 17.0.9 and now is 25.0.1;"
                        + " run on that JDK (JAVA_HOME, or what -jvm names), or start anew");
        assertRefused(
                run,
                new Provenance(GIT, "17.0.9", "4.4.0", "4.3.1"),
                "its client version was 4.3.1 and now is 4.4.0; build that one (-Dkafka.version), or start anew");
        assertRefused(
                run,
                new Provenance(GIT, "17.0.9", "4.3.1", "4.4.0"),
                "its broker version was 4.3.1 and now is 4.4.0; start those brokers, or start anew");
    }

    @Test
    void the_origin_is_of_the_forks_and_of_the_brokers_that_are_asked_for() {
        SweepRequest request = Requests.in(results);

        assertThat(Starts.of(GIT).provenance(request.brokerVersion()))
                .isEqualTo(new Provenance(GIT, "17", ClientVersion.read(), request.brokerVersion()));
    }

    @Test
    void options_that_now_give_another_order_may_not() {
        RunDirectory run = planned("-f", "2");
        SweepRequest other = Requests.in(results, "-f", "3");

        assertThatThrownBy(() -> PlanFile.of(other, SweepPlan.of(other), ORIGIN).requireSame(run))
                .isInstanceOf(UsageException.class)
                .hasMessage("--resume " + run.path() + ": its plan is not the one that its options give now:"
                        + " jmh_arguments is [-f, 2], and its options now give [-f, 3]; start anew");
    }

    private static void assertRefused(RunDirectory run, Provenance now, String difference) {
        SweepRequest resumed = PlanFile.resumable(run.path(), PROJECT);

        assertThatThrownBy(
                        () -> PlanFile.of(resumed, SweepPlan.of(resumed), now).requireSame(run))
                .isInstanceOf(UsageException.class)
                .hasMessage("--resume " + run.path() + ": " + difference);
    }

    private RunDirectory planned(String... jmhArguments) {
        SweepRequest request = Requests.in(results, jmhArguments);
        RunDirectory run = RunDirectory.create(results, "run");
        PlanFile.of(request, SweepPlan.of(request), ORIGIN).write(run);
        return run;
    }
}
