package io.producerbench.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.Golden;
import io.producerbench.results.Column;
import io.producerbench.results.CsvTable;
import io.producerbench.results.sample.Status;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ArmSampleColumnsTest {
    private static final ArmReadings ALL_READINGS = new ArmReadings(
            OptionalDouble.of(500_000.26),
            OptionalDouble.of(812.34),
            OptionalDouble.of(0.126),
            OptionalDouble.of(499_999.9),
            OptionalLong.of(2_500_000),
            OptionalLong.of(2_500_001));
    private static final ArmReadings RATE_ONLY = new ArmReadings(
            OptionalDouble.of(61_234.5),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(61_000),
            OptionalLong.empty(),
            OptionalLong.empty());

    @Test
    void samples_of_every_kind_look_like_this() throws IOException {
        List<ArmSample> samples = List.of(
                ArmSample.ok(
                        ACalibration.RUN,
                        ACalibration.STARTED,
                        ACalibration.step(1, 1, 100),
                        Arm.MAX_RATE_EVERY_RECORD,
                        ALL_READINGS),
                ArmSample.ok(
                        ACalibration.RUN,
                        ACalibration.STARTED,
                        ACalibration.step(1, 2, 1024),
                        Arm.PERF_TEST,
                        RATE_ONLY),
                new ArmSample(
                        ACalibration.RUN,
                        ACalibration.STARTED,
                        ACalibration.step(2, 1, 100),
                        Arm.BARE_LOOP,
                        ALL_READINGS,
                        Status.INVALID,
                        "2500000 records were acknowledged but the log holds 2500001"),
                ArmSample.failed(
                        ACalibration.RUN,
                        ACalibration.STARTED,
                        ACalibration.step(2, 2, 100),
                        Arm.MAX_RATE,
                        "the stub broker ended: \"killed\", exit code 137"));

        Golden.assertSame(
                "calibration/golden/calibration-samples.csv", new CsvTable<>(ArmSampleColumns.ALL).text(samples));
    }

    @Test
    void no_two_columns_share_a_name() {
        assertThat(ArmSampleColumns.ALL).extracting(Column::name).doesNotHaveDuplicates();
    }

    @Test
    void a_sample_that_is_not_ok_says_why_and_one_that_is_has_nothing_to_say() {
        assertThatThrownBy(() -> sample(Status.INVALID, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a reason exactly if the status is not OK, got INVALID: ''");
        assertThatThrownBy(() -> sample(Status.OK, "something"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a reason exactly if the status is not OK, got OK: 'something'");
    }

    private static ArmSample sample(Status status, String reason) {
        return new ArmSample(
                ACalibration.RUN,
                ACalibration.STARTED,
                ACalibration.step(1, 1, 100),
                Arm.BARE_LOOP,
                ALL_READINGS,
                status,
                reason);
    }
}
