package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps on real brokers of which one is killed before a sample, started as users start them. */
@Tag("cluster")
@Tag("nightly")
@Timeout(900)
class DegradedSweepOnBrokersTest {
    @TempDir
    Path directory;

    /**
     * Refused and invisible records, a failover, and a healthy cluster again after each of them.
     */
    @Test
    void with_a_broker_down_every_setting_says_what_it_is_worth_and_the_next_sample_finds_all_brokers()
            throws Exception {
        try (BenchProcess bench = BenchProcess.start(
                directory,
                ShortSweep.of(
                        "FixedRate",
                        "-f",
                        "1",
                        "-p",
                        "brokersDown=0,1",
                        "-p",
                        "acks=1,all",
                        "-p",
                        "enableIdempotence=false",
                        "-p",
                        "transactional=false",
                        "-p",
                        "minInsyncReplicas=2,3",
                        "-p",
                        "recordSize=100",
                        "--results",
                        directory.resolve("results").toString()))) {
            int exit = bench.await();
            List<Map<String, String>> rows = bench.samples();

            assertThat(rows)
                    .extracting(DegradedSweepOnBrokersTest::cell)
                    .containsExactlyInAnyOrder(
                            "FixedRate acks=1 min=2 down=0",
                            "FixedRate acks=all min=2 down=0",
                            "FixedRate acks=all min=3 down=0",
                            "FixedRate acks=1 min=2 down=1",
                            "FixedRate acks=1 min=3 down=1",
                            "FixedRate acks=all min=2 down=1",
                            "Refusal acks=all min=3 down=1");
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.get("status")).as(row.get("status_reason")).isNotEqualTo("FAILED");
                assertThat(row.get("acknowledged")).isEqualTo(row.get("log_end_delta"));
            });
            assertOutages(rows);
            boolean allOk = rows.stream().allMatch(row -> row.get("status").equals("OK"));
            assertThat(exit).isEqualTo(allOk ? 0 : 4);
            assertThat(bench.started()).isEmpty();
            assertThat(bench.workspaces()).isEmpty();
        }
    }

    private static void assertOutages(List<Map<String, String>> rows) {
        for (Map<String, String> row : rows) {
            boolean down = row.get("brokers_down").equals("1");
            boolean refused = row.get("benchmark").equals("Refusal");
            boolean invisible = down
                    && row.get("acks").equals("1")
                    && row.get("min.insync.replicas").equals("3");
            assertThat(row.get("killed_broker")).as("%s", row).isEqualTo(down ? "1" : "");
            assertThat(row.get("leaders_moved")).as("%s", row).isEqualTo(down ? "2" : "");
            assertThat(row.get("unavailable_ms").isEmpty()).as("%s", row).isEqualTo(!down || refused);
            assertThat(row.get("first_ack_ms").isEmpty()).as("%s", row).isEqualTo(!down || refused);
            assertThat(row.get("broker_cpu_us_per_record").isEmpty())
                    .as("%s", row)
                    .isEqualTo(refused);
            if (down && !refused) {
                assertThat(row.get("invisible_until_heal"))
                        .as("%s", row)
                        .isEqualTo(invisible ? row.get("acknowledged") : "0");
            }
            if (refused) {
                assertThat(row)
                        .containsEntry("acknowledged", "0")
                        .containsEntry("refused", "20")
                        .containsEntry("refused_with", "not_enough_replicas")
                        .containsEntry("expired", "20")
                        .containsEntry("expired_with", "timeout")
                        .containsEntry("delivery_timeout_ms", "5000");
                assertThat(Double.parseDouble(row.get("expired_p50_ms"))).isGreaterThanOrEqualTo(5_000);
            }
        }
    }

    private static String cell(Map<String, String> row) {
        return row.get("benchmark") + " acks=" + row.get("acks") + " min=" + row.get("min.insync.replicas") + " down="
                + row.get("brokers_down");
    }
}
