package io.producerbench.calibration.discrimination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.ResultsReadme;
import io.producerbench.calibration.discrimination.SlotBlock.SlotReading;
import io.producerbench.calibration.stub.StubProcess;
import io.producerbench.calibration.stub.StubScript;
import io.producerbench.failure.FailedStepException;
import io.producerbench.load.ForkConfig;
import io.producerbench.results.Column;
import io.producerbench.results.CsvRows;
import io.producerbench.results.CsvTable;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.PacingKind;
import io.producerbench.scenario.Scenario;
import io.producerbench.scenario.ScenarioGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class SlotLoopTest {
    private static final Scenario SCENARIO = ScenarioGrid.expand(
                    Map.of(Axis.ACKS, List.of("all"), Axis.PARTITIONS, List.of("1")), Set.of(PacingKind.CLOSED_LOOP))
            .scenarios()
            .get(0);

    @TempDir
    private Path directory;

    @Test
    void an_order_is_what_was_written() throws IOException {
        SlotConfig order = order("127.0.0.1:1", Map.of(0.0, 4, 0.05, 2, 0.02, 1));
        order.write(directory.resolve("order"));

        assertThat(SlotConfig.read(directory.resolve("order"))).isEqualTo(order);
        assertThat(order.comparisons()).isEqualTo(7);
    }

    @Test
    void neither_a_disturbed_slot_nor_a_dearer_producer_looks_like_a_difference_between_the_arms() throws IOException {
        // The second producer costs a tenth more, and is the new arm, the new arm, the base, the
        // base, and so on.
        List<SlotReading> base = slots(1000, 1000, 1100, 1100, 1000, 9000, 1100, 1100);
        List<SlotReading> other = slots(1155, 1155, 1050, 1050, 1155, 1155, 1050, 1050);
        SlotBlock block = new SlotBlock("run", 7, 0.05, 21, 3, true, base, other);

        Golden.assertSame(
                "calibration/golden/discrimination-blocks.csv", new CsvTable<>(SlotBlock.COLUMNS).text(List.of(block)));
    }

    @Test
    void every_column_is_documented_in_order_and_nothing_else() throws IOException {
        assertThat(ResultsReadme.names("## discrimination-blocks.csv"))
                .containsExactlyElementsOf(
                        SlotBlock.COLUMNS.stream().map(Column::name).toList());
        assertThat(ResultsReadme.rows("## discrimination-blocks.csv"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).matches(ResultsReadme.WHOLE_ROW));
    }

    @Test
    @Tag("truth")
    @Tag("alone")
    void every_block_of_every_comparison_is_there_and_what_was_planted_shows() {
        Path blocks = directory.resolve("blocks.csv");
        List<Integer> told = new ArrayList<>();
        try (StubProcess stub = StubProcess.start(
                StubScript.prompt(1).withoutTruth(), System.getProperty("java.class.path"), directory)) {
            new SlotProcess(java(), directory)
                    .run(order(stub.bootstrapServers(), Map.of(0.0, 2, 0.5, 2)), blocks, told::add);
        }
        List<Map<String, String>> rows = CsvRows.cells(blocks);

        assertThat(rows).hasSize(4 * 5);
        assertThat(told).isNotEmpty().last().isEqualTo(4);
        assertThat(rows.stream()
                        .filter(row -> row.get("planted").equals("0.5"))
                        .mapToDouble(row -> Double.parseDouble(row.get("log_ratio_cpu_ns_per_record")))
                        .sorted()
                        .toArray()[5])
                .as("half as much again was planted; how much a busy host makes of it is not asserted")
                .isGreaterThan(0.2);
        assertThat(rows)
                .allSatisfy(row -> assertThat(Integer.parseInt(row.get("turns")) > 0)
                        .isEqualTo(row.get("planted").equals("0.5")));
    }

    @Test
    @Tag("truth")
    @Tag("alone")
    void a_loop_that_cannot_send_says_why() {
        assertThatThrownBy(() -> new SlotProcess(List.of(java().get(0), "-Xmx1m", "-cp", "nowhere"), directory)
                        .run(order("127.0.0.1:1", Map.of(0.0, 1)), directory.resolve("blocks.csv"), done -> {}))
                .isInstanceOf(FailedStepException.class)
                .hasMessageStartingWith("the slot loop ended with exit code 1; its last lines:");
    }

    private static SlotConfig order(String bootstrapServers, Map<Double, Integer> planted) {
        return new SlotConfig(
                "run",
                SCENARIO,
                new ForkConfig(bootstrapServers, "slots", 7),
                planted,
                5,
                Duration.ofMillis(1),
                Duration.ofSeconds(2));
    }

    private static List<SlotReading> slots(double... cpu) {
        List<SlotReading> slots = new ArrayList<>();
        for (double nanos : cpu) {
            slots.add(new SlotReading(nanos, 4e8 / nanos));
        }
        return slots;
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"));
    }
}
