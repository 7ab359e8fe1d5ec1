package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import io.producerbench.results.ResultFile;
import io.producerbench.stats.AnomalyRate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuaranteePicturesTest {
    private static final List<GuaranteeCell> ALL =
            GuaranteeCell.of(ResultFile.read(RecordedRuns.GUARANTEES.guaranteesSummary()));
    private static final List<GuaranteeCell> AT_2 =
            ALL.stream().filter(cell -> cell.minInsyncReplicas() == 2).toList();

    @Test
    void the_worst_fault_stands_for_a_mode() {
        assertThat(WorstCase.of(AT_2, Mode.ACKS_0, List.of(Anomaly.LOST))).hasValueSatisfying(worst -> {
            assertThat(worst.rate()).isEqualTo(new AnomalyRate(30, 30));
            assertThat(worst.bound()).isEqualTo("≥ 90 %");
        });
    }

    @Test
    void where_nothing_happened_the_weakest_bound_is_shown() {
        assertThat(WorstCase.of(AT_2, Mode.IDEMPOTENT, List.of(Anomaly.REORDERED)))
                .hasValueSatisfying(worst -> {
                    assertThat(worst.ever()).isFalse();
                    assertThat(worst.rate().trials())
                            .isEqualTo(AT_2.stream()
                                    .filter(cell -> cell.mode() == Mode.IDEMPOTENT
                                            && cell.watched().contains(Anomaly.REORDERED))
                                    .mapToInt(cell -> (int) cell.trials().valid())
                                    .min()
                                    .orElseThrow());
                    assertThat(worst.bound()).startsWith("≤ ");
                });
    }

    @Test
    void what_was_not_tried_is_no_success() {
        assertThat(WorstCase.of(AT_2, Mode.ACKS_0, List.of(Anomaly.TORN))).isEmpty();
    }

    @Test
    void the_caption_names_the_modes_that_lost_nothing() {
        assertThat(CostGuaranteePicture.of(AT_2, Map.of()))
                .hasValueSatisfying(picture -> assertThat(picture.caption())
                        .startsWith("No trial lost records with acks=all, idempotent, transactional;"));
    }

    @Test
    void prices_stand_beside_modes_if_a_sweep_has_them() {
        assertThat(CostGuaranteePicture.of(AT_2, Map.of(Mode.ACKS_ALL, 0.5869)))
                .hasValueSatisfying(picture -> assertThat(picture.svg()).contains("rate × 0.59"));
    }

    /** A cross is never drawn where the letter of what was seen is missing. */
    @Test
    void outcomes_have_a_letter_beside_their_colour() {
        String svg = FaultPicture.of(ALL).orElseThrow().svg();

        assertThat(svg.split("class=\"f-red\"", -1).length)
                .isEqualTo(svg.split("class=\"f-red bold\"", -1).length)
                .isGreaterThan(20);
    }

    @Test
    void read_uncommitted_is_no_broken_promise() {
        List<GuaranteeCell> uncommitted = ALL.stream()
                .filter(cell -> cell.watched().equals(List.of(Anomaly.UNCOMMITTED_VISIBLE)))
                .toList();

        assertThat(uncommitted).isNotEmpty();
        assertThat(FaultPicture.of(uncommitted)).isEmpty();
    }

    @Test
    void no_trials_give_no_picture() {
        assertThat(CostGuaranteePicture.of(List.of(), Map.of())).isEmpty();
        assertThat(FaultPicture.of(List.of())).isEmpty();
    }
}
