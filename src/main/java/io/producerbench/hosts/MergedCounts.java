package io.producerbench.hosts;

import io.producerbench.latency.ClientMetrics;
import io.producerbench.latency.GcPause;
import io.producerbench.latency.IterationCounts;
import io.producerbench.latency.JvmUsage;
import io.producerbench.latency.MeasuredWindow;
import io.producerbench.latency.MeasuredWindow.BrokerCount;
import io.producerbench.latency.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Adds the counts of several hosts to those of one load. Pure. */
final class MergedCounts {
    private MergedCounts() {}

    /**
     * Counts of one host.
     *
     * @param shiftNanos what makes a time of its {@link System#nanoTime} one of ours
     */
    record HostCounts(IterationCounts counts, long shiftNanos) {}

    /** @throws IllegalArgumentException if the hosts have not the same number of windows */
    static IterationCounts of(List<HostCounts> hosts) {
        int windows = hosts.get(0).counts().windows().size();
        if (hosts.stream().anyMatch(host -> host.counts().windows().size() != windows)) {
            throw new IllegalArgumentException("expected " + windows + " windows of every host");
        }
        List<MeasuredWindow> merged = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            int number = i;
            merged.add(window(hosts.stream()
                    .map(host -> shifted(host.counts().windows().get(number), host.shiftNanos()))
                    .toList()));
        }
        return new IterationCounts(
                hosts.stream()
                        .map(host -> host.counts().opened())
                        .min(Instant::compareTo)
                        .orElseThrow(),
                merged,
                hosts.stream().map(host -> host.counts().totals()).reduce(Totals.ZERO, Totals::plus),
                metrics(hosts.stream().map(host -> host.counts().metrics()).toList()));
    }

    private static ClientMetrics metrics(List<ClientMetrics> hosts) {
        return new ClientMetrics(
                hosts.stream()
                        .mapToDouble(ClientMetrics::batchSizeAvgBytes)
                        .average()
                        .orElse(Double.NaN),
                sum(hosts, ClientMetrics::throttleMillis),
                sum(hosts, ClientMetrics::batchSplits),
                sum(hosts, ClientMetrics::recordRetries),
                sum(hosts, ClientMetrics::recordErrors));
    }

    private static double sum(List<ClientMetrics> hosts, ToDoubleFunction<ClientMetrics> value) {
        return hosts.stream().mapToDouble(value).sum();
    }

    private static MeasuredWindow shifted(MeasuredWindow window, long nanos) {
        return new MeasuredWindow(
                window.startNanos() + nanos,
                window.endNanos() + nanos,
                window.sentBefore(),
                window.sent(),
                window.due(),
                window.succeeded(),
                window.cpuNanos(),
                window.busiestThreadNanos(),
                window.allocatedBytes(),
                window.gcMillis(),
                window.requests(),
                window.jvm(),
                window.brokers());
    }

    /**
     * Returns the hosts' windows as one. It begins when the first of them begins and is so long that
     * its rate is the sum of their rates, also if some opened or closed later than others.
     */
    private static MeasuredWindow window(List<MeasuredWindow> hosts) {
        long start = hosts.stream().mapToLong(MeasuredWindow::startNanos).min().orElseThrow();
        long nanos = nanos(hosts);
        return new MeasuredWindow(
                start,
                start + nanos,
                sum(hosts, MeasuredWindow::sentBefore),
                sum(hosts, MeasuredWindow::sent),
                sum(hosts, MeasuredWindow::due),
                sum(hosts, MeasuredWindow::succeeded),
                sum(hosts, MeasuredWindow::cpuNanos),
                hosts.stream()
                        .mapToLong(MeasuredWindow::busiestThreadNanos)
                        .max()
                        .orElseThrow(),
                sum(hosts, MeasuredWindow::allocatedBytes),
                sum(hosts, MeasuredWindow::gcMillis),
                sum(hosts, MeasuredWindow::requests),
                jvm(hosts.stream().map(MeasuredWindow::jvm).toList()),
                brokers(hosts.stream().map(MeasuredWindow::brokers).toList()));
    }

    private static long nanos(List<MeasuredWindow> hosts) {
        double recordsPerNano = hosts.stream()
                .mapToDouble(window -> (double) window.succeeded() / window.nanos())
                .sum();
        return recordsPerNano > 0
                ? Math.round(sum(hosts, MeasuredWindow::succeeded) / recordsPerNano)
                : sum(hosts, MeasuredWindow::nanos) / hosts.size();
    }

    private static long sum(List<MeasuredWindow> hosts, ToLongFunction<MeasuredWindow> value) {
        return hosts.stream().mapToLong(value).sum();
    }

    private static JvmUsage jvm(List<JvmUsage> hosts) {
        boolean known = hosts.stream().allMatch(JvmUsage::isKnown);
        List<GcPause> pauses =
                hosts.stream().flatMap(host -> host.pauses().stream()).toList();
        return new JvmUsage(
                known ? hosts.stream().mapToLong(JvmUsage::cpuNanos).sum() : -1,
                hosts.stream().mapToLong(JvmUsage::compileNanos).sum(),
                hosts.stream().mapToLong(JvmUsage::stoodStillNanos).max().orElseThrow(),
                pauses);
    }

    /**
     * Every host reads the growth of the same log, and counts only its own records. So the growth
     * is the mean of what they read, and the client's rate the sum of what they count. Each has
     * subtracted the control records of its own transactions, and those of all have to be.
     */
    private static BrokerCount brokers(List<BrokerCount> hosts) {
        double nanos = hosts.stream().mapToLong(BrokerCount::nanos).average().orElseThrow();
        double grownPerNano = hosts.stream()
                .mapToDouble(host -> (double) (host.records() + host.controlRecords()) / host.nanos())
                .average()
                .orElseThrow();
        long controlRecords = perSpan(hosts, BrokerCount::controlRecords, nanos);
        return new BrokerCount(
                Math.round(grownPerNano * nanos) - controlRecords,
                perSpan(hosts, BrokerCount::succeeded, nanos),
                Math.round(nanos),
                hosts.stream().mapToLong(BrokerCount::uncertainNanos).max().orElseThrow(),
                controlRecords);
    }

    /** Returns the sum of the hosts' rates, times this span. */
    private static long perSpan(List<BrokerCount> hosts, ToLongFunction<BrokerCount> count, double nanos) {
        return Math.round(nanos
                * hosts.stream()
                        .mapToDouble(host -> (double) count.applyAsLong(host) / host.nanos())
                        .sum());
    }
}
