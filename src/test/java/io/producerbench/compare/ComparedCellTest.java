package io.producerbench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.ColumnKey;
import io.producerbench.results.ScenarioKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparedCellTest {
    private static final ColumnKey LINGER = new ColumnKey("linger.ms");

    private final List<ComparedCell> cells =
            List.of(cell("MaxRate", "16", "0"), cell("MaxRate", "16", "5"), cell("FixedRate", "1", "5"));

    @Test
    void a_name_has_what_tells_the_cells_of_one_benchmark_apart_and_no_more() {
        assertThat(cells)
                .extracting(cell -> cell.name(cells))
                .containsExactly("acks=1 1024B linger.ms=0", "acks=1 1024B linger.ms=5", "acks=1 1024B");
    }

    @Test
    void what_all_cells_of_a_benchmark_share_is_told_once_for_each_benchmark() {
        assertThat(ComparedCell.shared(cells))
                .isEqualTo(Map.of(ScenarioKeys.LATENCY_SAMPLING, "16 in MaxRate, 1 in FixedRate"));
    }

    private static ComparedCell cell(String benchmark, String sampling, String linger) {
        Map<ColumnKey, String> settings = new LinkedHashMap<>();
        settings.put(ScenarioKeys.BENCHMARK, benchmark);
        settings.put(ScenarioKeys.ACKS, "1");
        settings.put(ScenarioKeys.ENABLE_IDEMPOTENCE, "false");
        settings.put(ScenarioKeys.TRANSACTIONAL, "false");
        settings.put(ScenarioKeys.MIN_INSYNC_REPLICAS, "1");
        settings.put(ScenarioKeys.RECORD_SIZE, "1024");
        settings.put(LINGER, linger);
        settings.put(ScenarioKeys.LATENCY_SAMPLING, sampling);
        return new ComparedCell(settings);
    }
}
