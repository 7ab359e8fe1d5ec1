package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.producerbench.process.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubScriptTest {
    private static final StubScript SCRIPT = StubScript.prompt(6)
            .withProduceDelay(new Delay.Bimodal(5, 50, 0.25))
            .withEndTxnDelay(new Delay.Constant(7))
            .withVisibleDelay(new Delay.Constant(9))
            .withErrors(0.01, ScriptedError.TIMED_OUT)
            .withSeed(42)
            .withoutTruth();

    @Test
    void is_read_as_it_was_written() {
        assertThat(SCRIPT)
                .isEqualTo(new StubScript(
                        6,
                        new Delay.Bimodal(5, 50, 0.25),
                        new Delay.Constant(7),
                        Optional.of(new Delay.Constant(9)),
                        0.01,
                        ScriptedError.TIMED_OUT,
                        false,
                        42));
        assertThat(read(SCRIPT.settings())).isEqualTo(SCRIPT);
        assertThat(read(StubScript.prompt(1).settings())).isEqualTo(StubScript.prompt(1));
    }

    @ParameterizedTest
    @CsvSource({
        "partitions, 0, expected partitions to be at least 1",
        "partitions, six, expected a whole number for partitions",
        "produce_delay_ns, 20 ms, expected a delay for produce_delay_ns",
        "end_txn_delay_ns, constant, expected a delay for end_txn_delay_ns",
        "visible_delay_ns, never, expected a delay or none for visible_delay_ns",
        "error_share, 1.5, expected error_share to be between 0 and 1",
        "error_share, NaN, expected error_share to be between 0 and 1",
        "error_share, 0, 'expected error_kind NONE exactly if error_share is 0, got TIMED_OUT with 0.0'",
        "error_kind, NONE, 'expected error_kind NONE exactly if error_share is 0, got NONE with 0.01'",
        "error_kind, OOPS, expected one of [NONE",
        "keep_truth, yes, expected true or false for keep_truth",
        "seed, x, expected a whole number for seed",
    })
    void names_the_setting_that_it_cannot_read(String name, String value, String message) {
        SortedMap<String, String> settings = SCRIPT.settings();
        settings.put(name, value);

        assertThatIllegalArgumentException().isThrownBy(() -> read(settings)).withMessageStartingWith(message);
    }

    @Test
    void refuses_an_unknown_and_misses_a_known_setting() {
        SortedMap<String, String> unknown = SCRIPT.settings();
        unknown.put("delay", "1");
        SortedMap<String, String> missing = SCRIPT.settings();
        missing.remove("seed");

        assertThatIllegalArgumentException().isThrownBy(() -> read(unknown)).withMessageContaining("got [delay, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(missing))
                .withMessageMatching(
                        "expected the settings \\[.*, seed, visible_delay_ns].*, got \\[.*produce_delay_ns, visible_delay_ns]");
    }

    private static StubScript read(SortedMap<String, String> settings) {
        return StubScript.of(new SettingsFile(Path.of("script.properties"), settings));
    }
}
