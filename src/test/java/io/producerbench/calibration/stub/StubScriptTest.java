package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StubScriptTest {
    private static final StubScript SCRIPT = StubScript.prompt(6)
            .withProduceDelay(new Delay.Bimodal(5, 50, 0.25))
            .withEndTxnDelay(new Delay.Constant(7))
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
                        0.01,
                        ScriptedError.TIMED_OUT,
                        false,
                        42));
        assertThat(StubScript.parse(SCRIPT.toProperties())).isEqualTo(SCRIPT);
        assertThat(StubScript.parse(StubScript.prompt(1).toProperties())).isEqualTo(StubScript.prompt(1));
    }

    @ParameterizedTest
    @CsvSource({
        "partitions, 0, expected partitions to be at least 1",
        "partitions, six, cannot read partitions=six",
        "produce_delay_ns, 20 ms, cannot read produce_delay_ns=20 ms: expected a delay",
        "end_txn_delay_ns, constant, cannot read end_txn_delay_ns=constant: expected a delay",
        "error_share, 1.5, expected error_share to be between 0 and 1",
        "error_share, NaN, expected error_share to be between 0 and 1",
        "error_share, 0, 'expected error_kind NONE exactly if error_share is 0, got TIMED_OUT with 0.0'",
        "error_kind, NONE, 'expected error_kind NONE exactly if error_share is 0, got NONE with 0.01'",
        "error_kind, OOPS, cannot read error_kind=OOPS",
        "keep_truth, yes, cannot read keep_truth=yes: expected true or false",
        "seed, x, cannot read seed=x",
    })
    void names_the_property_that_it_cannot_read(String name, String value, String message) {
        Properties properties = SCRIPT.toProperties();
        properties.setProperty(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubScript.parse(properties))
                .withMessageStartingWith(message);
    }

    @Test
    void refuses_an_unknown_and_misses_a_known_property() {
        Properties unknown = SCRIPT.toProperties();
        unknown.setProperty("delay", "1");
        Properties missing = SCRIPT.toProperties();
        missing.remove("seed");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubScript.parse(unknown))
                .withMessageMatching("expected the properties \\[.*], got \\[delay, .*]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubScript.parse(missing))
                .withMessageMatching("expected the properties \\[.*, seed], got \\[.*produce_delay_ns]");
    }
}
