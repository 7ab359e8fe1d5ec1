package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.producerbench.Golden;
import io.producerbench.calibration.stub.ReferenceLog.Batch;
import io.producerbench.calibration.stub.ReferenceLog.EndTxn;
import io.producerbench.calibration.stub.ReferenceLog.Shown;
import io.producerbench.calibration.stub.ReferenceLog.Withholding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.IsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceLogTest {
    private static final long NEVER = ReferenceLog.NEVER;
    private static final ReferenceLog TRUTH = new ReferenceLog(
            List.of(
                    new Batch("a.topic", 0, 0, 3, true, ScriptedError.NONE, 1_000, 1_500),
                    new Batch("a.topic", 5, 0, 4, true, ScriptedError.TIMED_OUT, 1_000, 1_500),
                    new Batch("a.topic", 0, -1, 2, false, ScriptedError.REFUSED, 2_000, 2_500),
                    new Batch("a.topic", 5, 0, 4, false, ScriptedError.NONE, 3_000, 3_500),
                    new Batch("a.topic", 0, 3, 1, true, ScriptedError.SILENT, 5_000, NEVER)),
            List.of(new EndTxn(true, 2, 4_000, 4_500), new EndTxn(false, 1, 6_000, NEVER)),
            List.of(new Withholding(ReplyKind.PRODUCE, 7_000, 8_000), new Withholding(ReplyKind.END_TXN, 7_100, 9_000)),
            List.of(
                    new Shown("a.topic", 5, IsolationLevel.READ_UNCOMMITTED, 0, 4, 9_100),
                    new Shown("a.topic", 5, IsolationLevel.READ_COMMITTED, 0, 3, 9_200)));

    @TempDir
    Path directory;

    @Test
    void a_recorder_writes_what_the_file_says() throws IOException {
        Golden.assertSame("calibration/golden/truth.csv", Files.readString(written(new ReferenceRecorder(true))));
    }

    @Test
    void the_file_says_what_was_recorded() {
        assertThat(ReferenceLog.read(Golden.file("calibration/golden/truth.csv")))
                .isEqualTo(TRUTH);
    }

    @Test
    void a_recorder_that_does_not_keep_anything_writes_withholdings_only() throws IOException {
        assertThat(ReferenceLog.read(written(new ReferenceRecorder(false))))
                .isEqualTo(new ReferenceLog(List.of(), List.of(), TRUTH.withholdings(), List.of()));
    }

    @Test
    void a_recorder_grows() throws IOException {
        ReferenceRecorder recorder = new ReferenceRecorder(true);
        for (int i = 0; i < 100_000; i++) {
            recorder.batch(new Batch("t", i % 7, i, 1, true, ScriptedError.NONE, i, NEVER));
            recorder.replied(i, i + 1, 2L * i);
        }
        Path file = directory.resolve("truth.csv");
        recorder.write(file);

        List<Batch> batches = ReferenceLog.read(file).batches();
        assertThat(batches).hasSize(100_000);
        assertThat(batches.get(99_999))
                .isEqualTo(new Batch("t", 99_999 % 7, 99_999, 1, true, ScriptedError.NONE, 99_999, 199_998));
    }

    @Test
    void counts_what_was_appended_only() {
        assertThat(TRUTH.appendedRecords()).isEqualTo(3 + 4 + 1);
        assertThat(TRUTH.controlRecords()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch,t,0,0,3,1,NONE,1,2",
                "produce,t,0,0,3,1,NONE,1",
                "produce,t,0,0,3,1,OOPS,1,2",
                "produce,t,x,0,3,1,NONE,1,2",
                "withheld-fetch,,,,,,,1,2"
            })
    void names_a_row_that_it_cannot_read(String row) throws IOException {
        Path file = directory.resolve("truth.csv");
        Files.writeString(file, ReferenceLog.HEADER + "\n" + row + "\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceLog.read(file))
                .withMessage("expected a row of a reference log, got " + row);
    }

    @Test
    void refuses_another_file() throws IOException {
        Path file = directory.resolve("samples.csv");
        Files.writeString(file, "schema_version\n1\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceLog.read(file))
                .withMessage("expected a reference log, which begins with " + ReferenceLog.HEADER + ", got " + file);
    }

    private Path written(ReferenceRecorder recorder) throws IOException {
        TRUTH.batches().subList(0, 4).forEach(recorder::batch);
        recorder.endTxn(TRUTH.endTxns().get(0));
        recorder.batch(TRUTH.batches().get(4));
        recorder.endTxn(TRUTH.endTxns().get(1));
        TRUTH.withholdings().forEach(recorder::withheld);
        TRUTH.shown().forEach(recorder::shown);
        Path file = directory.resolve("truth.csv");
        recorder.write(file);
        return file;
    }
}
