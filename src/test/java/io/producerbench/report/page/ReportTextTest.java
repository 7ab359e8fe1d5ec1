package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final int MOST = 64;

    @Test
    void cells_can_be_read_and_name_no_experiment() {
        String text = ReportText.of(Pages.committed(Pages.SWEEP, Pages.TRIALS));

        assertThat(cells(text.substring(0, text.indexOf("## Every fault"))))
                .hasSizeGreaterThan(30)
                .allSatisfy(
                        cell -> assertThat(cell).hasSizeLessThanOrEqualTo(MOST).doesNotContainPattern("\\bC\\d"));
    }

    @Test
    void what_read_uncommitted_sees_is_no_broken_promise() {
        assertThat(ReportText.of(Pages.committed(Pages.SWEEP, Pages.TRIALS)))
                .doesNotContain("uncommitted")
                .contains("never in");
    }

    private static List<String> cells(String text) {
        return text.lines()
                .filter(line -> line.startsWith("|"))
                .flatMap(line -> Stream.of(line.split("(?<!\\\\)\\|")))
                .map(String::strip)
                .filter(cell -> !cell.matches("[-:]*"))
                .toList();
    }
}
