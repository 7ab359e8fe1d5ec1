package io.producerbench.calibration.stub;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.load.FailureKind;
import io.producerbench.load.PacedProducer;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerTotals;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * With acks=0 nothing confirms a record, so a broker's error hardly ever reaches one: a client
 * whose broker is gone is what makes callbacks fail. What the client gave up is no success, and the
 * witness is its own callbacks.
 */
@Tag("truth")
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class UnconfirmedTruthTest {
    private static final int BURST = 400;
    private static final int PATIENCE_MS = 300;

    @TempDir
    Path scratch;

    @Test
    void what_the_client_gave_up_is_not_counted_as_sent() {
        StubProcess stub = StubProcess.start(StubScript.prompt(1), System.getProperty("java.class.path"), scratch);
        LoggedProducer producer = new LoggedProducer(settings(stub), LoggedProducer.EQUAL_SIZES);
        long due = System.nanoTime();
        RawLog raw = new RawLog(due);
        try (PacedProducer lane = new PacedProducer(producer, "unconfirmed", 1, 0, 1, Payloads.seeded(1, 100), raw)) {
            lane.adopt();
            sendBurst(lane, due);
            stub.close();
            sendBurst(lane, due + BURST);

            ProducerTotals totals = lane.totals();
            int witnessed = producer.acknowledged().size();
            assertThat(witnessed).isBetween(BURST, 2 * BURST - 1);
            assertThat(totals.succeeded()).isEqualTo(witnessed);
            assertThat(totals.failures()).isEmpty();
            assertThat(totals.unknowns()).isEqualTo(Map.of(FailureKind.TIMEOUT, 2L * BURST - witnessed));
            assertThat(raw.acknowledged().size()).isEqualTo(witnessed);
        } finally {
            stub.close();
        }
    }

    private static Map<String, Object> settings(StubProcess stub) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", stub.bootstrapServers());
        settings.put("acks", "0");
        settings.put("enable.idempotence", false);
        settings.put("enable.metrics.push", "false");
        settings.put("linger.ms", 0);
        settings.put("request.timeout.ms", PATIENCE_MS);
        settings.put("delivery.timeout.ms", PATIENCE_MS);
        return settings;
    }

    private static void sendBurst(PacedProducer lane, long firstDue) {
        for (int i = 0; i < BURST; i++) {
            lane.sendNextAt(firstDue + i);
        }
        lane.drain();
    }
}
