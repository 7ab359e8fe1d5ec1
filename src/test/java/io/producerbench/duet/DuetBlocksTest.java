package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.duet.PairMeasurement.BothSides;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.results.ASample;
import io.producerbench.results.CsvRows;
import io.producerbench.results.ResultFileException;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleRow;
import io.producerbench.results.sample.Validity;
import io.producerbench.run.FinishedRows;
import io.producerbench.run.FinishedRows.Gone;
import io.producerbench.scenario.BlockPlan.Step;
import io.producerbench.stats.Looks;
import io.producerbench.sweep.SampleRunner.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The test makes up the samples of two arms. The order, the file and the end of the run are the
 * program's.
 */
class DuetBlocksTest {
    private static final long SEED = 7;
    private static final long RECORDS = 500_000;

    @TempDir
    Path results;

    /** The samples in the order in which they were taken: {@code base 1/2 scenario}. */
    private final List<String> taken = new ArrayList<>();

    private final List<String> progress = new ArrayList<>();
    private BooleanSupplier isStopped = () -> false;
    private Optional<String> brokerFailure = Optional.empty();
    private Function<Step, SampleRow> base = step -> at(step, ADuet.sample());
    private Function<Step, SampleRow> other = step -> at(step, slower());

    @Test
    void the_seed_decides_which_arm_goes_first_and_which_scenario() {
        DuetPlan plan = plan("1,all", "-f", "6");

        run(plan);

        assertThat(taken).isEqualTo(expected(plan, 6));
        assertThat(rows()).extracting(row -> row.get("first")).contains("base", "new");
    }

    /**
     * One generator first shuffles the open scenarios and then draws the order of each pair.
     */
    private static List<String> expected(DuetPlan plan, int blocks) {
        Random random = new Random(SEED);
        List<String> expected = new ArrayList<>();
        for (int block = 1; block <= blocks; block++) {
            List<PairedScenario> order = new ArrayList<>(plan.scenarios());
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size(); i++) {
                String name = order.get(i).base().name();
                boolean baseFirst = random.nextBoolean();
                expected.add((baseFirst ? "base " : "new ") + block + "/" + (2 * i + 1) + " " + name);
                expected.add((baseFirst ? "new " : "base ") + block + "/" + (2 * i + 2) + " " + name);
            }
        }
        return expected;
    }

    @Test
    void every_pair_has_both_arms_one_right_after_the_other() {
        run(plan("1,all", "-f", "4"));

        assertThat(taken).hasSize(16);
        for (int i = 0; i < taken.size(); i += 2) {
            assertThat(List.of(arm(i), arm(i + 1))).containsExactlyInAnyOrder("base", "new");
            assertThat(scenario(i)).isEqualTo(scenario(i + 1));
        }
        assertThat(rows()).hasSize(8).allSatisfy(row -> {
            assertThat(row.get("base_records_per_s")).isEqualTo("100000.0000");
            assertThat(row.get("new_records_per_s")).isEqualTo("90000.0000");
            assertThat(row.get("dropped")).isEmpty();
        });
    }

    @Test
    void a_scenario_is_measured_no_more_once_it_is_decided() {
        String noisy = "max-rate-acks-all-min-isr-2-1024B";
        other = step -> at(step, step.scenario().name().equals(noisy) ? noise(step) : slower());

        run(plan("1,all"));

        assertThat(pairsOf("max-rate-acks-1-min-isr-2-1024B")).hasSize(10);
        assertThat(pairsOf(noisy)).hasSize(30);
    }

    @Test
    void a_dropped_pair_is_in_the_file_with_the_reason_and_another_one_is_measured() {
        other = step -> at(step, step.block() == 2 ? slower().smallestIsr(2) : slower());

        run(plan("1"));

        assertThat(rows()).hasSize(11);
        assertThat(rows().get(1).get("dropped")).isEqualTo("new: 2 in-sync replicas of 3");
        assertThat(rows().stream().filter(row -> row.get("dropped").isEmpty())).hasSize(10);
        assertThat(progress.get(1)).contains("dropped: new: 2 in-sync replicas of 3");
    }

    @Test
    void a_failed_sample_is_a_row_and_its_pair_does_not_count() {
        base = step -> step.block() == 3 ? failed(step) : at(step, ADuet.sample());

        run(plan("1"));

        Map<String, String> row = rows().get(2);
        assertThat(row.get("base_status")).isEqualTo("FAILED");
        assertThat(row.get("base_status_reason")).isEqualTo("the fork is dead");
        assertThat(row.get("new_status")).isEqualTo("OK");
        assertThat(row.get("dropped")).isEqualTo("base FAILED: the fork is dead");
        assertThat(rows()).hasSize(11);
    }

    @Test
    void an_arm_that_fails_in_the_whole_first_block_ends_the_run_and_the_rows_stay() {
        other = DuetBlocksTest::failed;

        assertThatThrownBy(() -> run(plan("1,all")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("client:4.4.0")
                .hasMessageContaining("the fork is dead");
        assertThat(rows()).hasSize(2);
    }

    @Test
    void an_arm_that_fails_in_one_scenario_alone_goes_on() {
        other = step -> step.scenario().name().contains("acks-all") ? failed(step) : at(step, slower());

        run(plan("1,all", "-f", "2"));

        assertThat(rows()).hasSize(4);
    }

    @Test
    void a_dead_broker_ends_the_run_and_the_pair_that_it_disturbed_is_no_row() {
        brokerFailure = Optional.of("broker 2 exited with 137");

        assertThatThrownBy(() -> run(plan("1,all")))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("broker 2 exited with 137");
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_run_that_is_stopped_takes_no_pair_after_the_running_one() {
        isStopped = () -> taken.size() >= 5;

        run(plan("1"));

        assertThat(taken).hasSize(6);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void the_plan_has_the_last_word_on_how_many_blocks_there_are() {
        other = step -> at(step, noise(step));

        run(plan("1", "-f", "12"));

        assertThat(rows()).hasSize(12);
    }

    @Test
    void a_duet_that_is_stopped_after_any_sample_goes_on_as_if_it_had_not_been() {
        String noisy = "max-rate-acks-all-min-isr-2-1024B";
        other = step -> step.block() == 4 && !step.scenario().name().equals(noisy)
                ? failed(step)
                : at(step, step.scenario().name().equals(noisy) ? noise(step) : slower());
        DuetPlan plan = plan("1,all", "-f", "13");
        run(plan);
        List<Map<String, String>> whole = rows();
        int samples = taken.size();

        for (int most = 1; most < samples; most += 3) {
            new RunDirectory(results.resolve("run")).discard();
            taken.clear();
            int stop = most;
            isStopped = () -> taken.size() >= stop;
            run(plan);
            List<Map<String, String>> finished = rows();
            isStopped = () -> false;
            run(plan);

            assertThat(whole.subList(0, finished.size())).isEqualTo(finished);
            assertThat(rows()).isEqualTo(whole);
        }
    }

    @Test
    void the_first_block_of_a_duet_that_goes_on_is_judged_only_if_all_of_it_is_new() {
        isStopped = () -> taken.size() >= 3;
        run(plan("1,all", "-f", "2"));
        assertThat(rows()).hasSize(1);
        other = DuetBlocksTest::failed;
        isStopped = () -> false;

        run(plan("1,all", "-f", "2"));

        assertThat(rows()).hasSize(4);
    }

    @Test
    void a_pair_whose_turn_it_is_not_is_refused() {
        isStopped = () -> taken.size() >= 9;
        run(plan("1,all", "-f", "6"));

        assertThatThrownBy(() -> run(plan("all", "-f", "6")))
                .isInstanceOf(ResultFileException.class)
                .hasMessageContaining("duet.csv: line ");
    }

    private void run(DuetPlan plan) {
        RunDirectory directory = new RunDirectory(results.resolve("run"));
        FinishedRows<DuetPair> rows = new FinishedRows<>(directory, directory.duet(), DuetBlocks.TABLE);
        rows.recover(Gone.REFUSED, progress::add);
        new DuetBlocks(ASample.RUN, plan, request(List.of()), this::bothSides, rows, progress::add)
                .run(new StopRule(Looks.USUAL), () -> isStopped.getAsBoolean(), () -> brokerFailure);
    }

    /** Takes the two samples in the order in which their forks would start. */
    private BothSides bothSides(Step baseStep, Step otherStep, PairOrder order) {
        ArmRunner baseRunner = runner("base", step -> base.apply(step));
        ArmRunner otherRunner = runner("new", step -> other.apply(step));
        if (order == PairOrder.BASE_FIRST) {
            ArmSide side = baseRunner.take(baseStep);
            return new BothSides(side, otherRunner.take(otherStep));
        }
        ArmSide side = otherRunner.take(otherStep);
        return new BothSides(baseRunner.take(baseStep), side);
    }

    private ArmRunner runner(String arm, Function<Step, SampleRow> sampler) {
        return new ArmRunner(
                step -> {
                    taken.add(arm + " " + step.block() + "/" + step.orderInBlock() + " "
                            + step.scenario().name());
                    return new Sample(sampler.apply(step), Optional.empty(), OptionalInt.of(0));
                },
                Optional.empty(),
                new ForkCpu(),
                () -> 0.5);
    }

    private String arm(int sample) {
        return taken.get(sample).split(" ")[0];
    }

    private String scenario(int sample) {
        return taken.get(sample).split(" ")[2];
    }

    private List<Map<String, String>> rows() {
        Path file = new RunDirectory(results.resolve("run")).duet();
        return Files.exists(file) ? CsvRows.cells(file) : List.of();
    }

    private List<Map<String, String>> pairsOf(String scenario) {
        return rows().stream()
                .filter(row -> row.get("scenario").equals(scenario))
                .toList();
    }

    /** @param acks the values of acks of the scenarios, none of which is idempotent */
    private static DuetPlan plan(String acks, String... more) {
        List<String> jmh = new ArrayList<>(
                List.of("-p", "acks=" + acks, "-p", "enableIdempotence=false", "-p", "transactional=false"));
        jmh.addAll(List.of(more));
        return DuetPlan.of(request(jmh), new StopRule(Looks.USUAL), name -> Optional.empty());
    }

    private static DuetRequest request(List<String> jmh) {
        return new DuetRequest(
                List.of("client:4.3.1", "client:4.4.0"),
                jmh,
                OptionalInt.empty(),
                SEED,
                "4.3.1",
                ADuet.USUAL,
                Path.of("project"),
                Path.of("results"),
                WorkDirectory.usual(),
                Optional.empty(),
                Against.BROKERS);
    }

    /** Returns a sample with a tenth fewer records in the same time. */
    private static ASample slower() {
        return ADuet.sample().inWindow(RECORDS * 9 / 10, 0, RECORDS * 9 / 10);
    }

    /** Returns half as many records in odd blocks, and as many in even blocks. */
    private static ASample noise(Step step) {
        return step.block() % 2 == 0 ? ADuet.sample() : ADuet.sample().inWindow(RECORDS / 2, 0, RECORDS / 2);
    }

    /** Returns a good sample with these numbers. */
    private static SampleRow at(Step step, ASample sample) {
        SampleRow row = sample.row(step.block(), step.orderInBlock());
        return new SampleRow(
                row.run(), row.startedAt(), step, Validity.OK, row.fork(), row.host(), row.death(), row.refusal());
    }

    private static SampleRow failed(Step step) {
        return SampleRow.failed(ASample.RUN, at(step, ADuet.sample()).startedAt(), step, "the fork is dead");
    }
}
