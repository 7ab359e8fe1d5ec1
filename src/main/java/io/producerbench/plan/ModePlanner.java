package io.producerbench.plan;

import io.producerbench.guarantee.Mode;
import io.producerbench.latency.Latency;
import io.producerbench.results.ResultRow;
import io.producerbench.results.SampleKeys;
import io.producerbench.results.ScenarioKeys;
import io.producerbench.results.SummaryKeys;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Computes the row of each mode.
 *
 * @param recordSize at which modes were measured
 */
record ModePlanner(PlanQuestion question, PlanEvidence evidence, int recordSize) {
    private static final double MICROS_PER_SECOND = 1e6;

    Optional<MeasuredMode> measured(Mode mode) {
        return MeasuredMode.of(
                mode, evidence.sweeps(), recordSize, question.topic().minInsyncReplicas());
    }

    PlannedMode plan(Mode mode) {
        Optional<MeasuredMode> measured = measured(mode);
        int minimum = question.topic().minInsyncReplicas();
        TriedGuarantees trials = new TriedGuarantees(evidence.trials());
        RelativeCost relative = measured.map(RelativeCost::of).orElse(RelativeCost.UNKNOWN);
        ModeCapacity capacity = measured.map(one -> capacity(one, relative)).orElse(ModeCapacity.UNKNOWN);
        PlanVerdict verdict = verdict(mode, measured, capacity);
        OptionalDouble bytes = measured.map(this::bytesPerRecord).orElse(OptionalDouble.empty());
        return new PlannedMode(
                mode,
                verdict,
                trials.words(mode, question.topic()),
                capacity.bounds(),
                relative,
                MeasuredPoint.atOrAbove(rate(), capacity.points()),
                headroom(capacity),
                capacity.brokerMicros(),
                bytes,
                brokers(verdict, capacity, bytes),
                measured.filter(MeasuredMode::capacityValid).map(this::clients).orElse(ClientNeed.UNKNOWN),
                WithoutOneBroker.of(mode, evidence.sweeps(), recordSize, minimum),
                trials.exposure(mode, question.topic()),
                measured.map(one -> one.run().name()).orElse(""));
    }

    private ModeCapacity capacity(MeasuredMode measured, RelativeCost relative) {
        CurveBounds curve = CurveBounds.of(
                evidence.curves(), measured.mode(), recordSize, question.topic().minInsyncReplicas());
        return ModeCapacity.of(measured, curve, relative, question);
    }

    private PlanVerdict verdict(Mode mode, Optional<MeasuredMode> measured, ModeCapacity capacity) {
        PlanReasons reasons = new PlanReasons(question, recordSize);
        return measured.map(one -> reasons.of(one, capacity)).orElseGet(() -> reasons.ofUnmeasured(mode));
    }

    private double rate() {
        return question.load().recordsPerSecond();
    }

    private OptionalDouble bytesPerRecord(MeasuredMode measured) {
        int value = question.load().recordBytes();
        return OptionalDouble.of(RecordFormat.bytesPerRecord(value, measured.recordsPerBatch(value)));
    }

    private OptionalDouble headroom(ModeCapacity capacity) {
        return capacity.bounds()
                .filter(bounds -> bounds.low() > 0)
                .map(bounds -> OptionalDouble.of(ClientFormulas.headroom(rate(), bounds.low())))
                .orElse(OptionalDouble.empty());
    }

    /** Returns no number where absolute numbers do not hold, and none where no number would do. */
    private Optional<BrokerNeed> brokers(PlanVerdict verdict, ModeCapacity capacity, OptionalDouble bytesPerRecord) {
        boolean withoutCpu =
                question.broker().cores().isPresent() && capacity.brokerMicros().isEmpty();
        if (verdict.status() == PlanStatus.IMPOSSIBLE
                || capacity.bounds().isEmpty()
                || bytesPerRecord.isEmpty()
                || withoutCpu) {
            return Optional.empty();
        }
        PlannedTopic topic = question.topic();
        PlannedBroker broker = question.broker();
        double bytes = rate() * bytesPerRecord.getAsDouble();
        double received = BrokerFormulas.received(bytes, topic.replicationFactor());
        double sent = BrokerFormulas.sent(bytes, topic.replicationFactor(), topic.fanout());
        OptionalLong network = broker.nicBytesPerSecond().stream()
                .mapToLong(nic -> BrokerFormulas.byNetwork(received, sent, nic))
                .findFirst();
        OptionalLong disk = broker.diskBytes().stream()
                .mapToLong(size -> BrokerFormulas.byDisk(
                        received, broker.retentionSeconds().orElseThrow(), size, broker.diskFill()))
                .findFirst();
        return Optional.of(new BrokerNeed(
                byCpu(capacity.brokerMicros().map(PlanRange::middle)),
                byCpu(capacity.brokerMicros().map(PlanRange::low)),
                byCpu(capacity.brokerMicros().map(PlanRange::high)),
                network,
                disk,
                BrokerFormulas.atLeast(topic.replicationFactor(), topic.survive())));
    }

    private OptionalLong byCpu(Optional<Double> micros) {
        if (micros.isEmpty() || question.broker().cores().isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(BrokerFormulas.byCpu(
                BrokerFormulas.busyCores(rate(), micros.get()),
                question.broker().cores().getAsInt(),
                question.topic().survive()));
    }

    private ClientNeed clients(MeasuredMode measured) {
        return new ClientNeed(
                OptionalLong.of(ClientFormulas.instances(rate(), ofOneInstance(measured))),
                measured.mode() == Mode.TRANSACTIONAL ? transactional(measured.fastest()) : OptionalLong.empty(),
                measured.mode().with(1).enableIdempotence() ? partitions(measured) : OptionalLong.empty());
    }

    private static double ofOneInstance(MeasuredMode measured) {
        return measured.rate().middle() / measured.fastest().requireInt(ScenarioKeys.PRODUCERS);
    }

    /** Takes the rate of an idempotent producer for that at which a transaction fills. */
    private OptionalLong transactional(ResultRow row) {
        OptionalDouble commit = row.amount(SampleKeys.COMMIT_P50_US.median());
        Optional<MeasuredMode> filling = measured(Mode.IDEMPOTENT);
        if (commit.isEmpty()
                || filling.isEmpty()
                || row.text(ScenarioKeys.RECORDS_PER_TRANSACTION).isEmpty()) {
            return OptionalLong.empty();
        }
        int records = row.requireInt(ScenarioKeys.RECORDS_PER_TRANSACTION);
        double fill = records * MICROS_PER_SECOND / ofOneInstance(filling.get());
        return OptionalLong.of(ClientFormulas.transactionalProducers(rate(), fill, commit.getAsDouble(), records));
    }

    /** Takes the time at the highest fixed rate, because in closed loop it is that of a queue. */
    private OptionalLong partitions(MeasuredMode measured) {
        double records = measured.recordsPerBatch(question.load().recordBytes());
        return measured.fixed().stream()
                .map(row -> row.amount(SummaryKeys.pooled(Latency.SERVICE, PlanPercentile.P50.statistic())))
                .filter(time -> time.orElse(0) > 0)
                .reduce((lower, higher) -> higher)
                .map(time -> OptionalLong.of(ClientFormulas.partitions(rate(), records, time.getAsDouble())))
                .orElse(OptionalLong.empty());
    }
}
