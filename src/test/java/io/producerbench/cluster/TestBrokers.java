package io.producerbench.cluster;

import io.producerbench.process.ThreadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The brokers that tests start, and what of them is left running. */
public final class TestBrokers {

    public static final String VERSION = System.getProperty("kafka.broker.version", "4.3.1");
    public static final Path JARS = Path.of(System.getProperty("kafka.broker.jars", "target/brokers/" + VERSION));

    private TestBrokers() {}

    public static ClusterSpec spec() {
        return ClusterSpec.of(VERSION, JARS);
    }

    /** Brokers that find each other through what this advertises. */
    public static ClusterSpec alert(ClusterSpec spec, Advertising advertising) {
        ClusterSpec alert = alert(spec);
        return alert.withBrokers(alert.brokers().withAdvertising(advertising));
    }

    /** Brokers that soon notice what is done to them, and cost little. */
    public static ClusterSpec alert(ClusterSpec spec) {
        BrokerSpec brokers = spec.brokers()
                .withSettings(Map.of(
                        "broker.session.timeout.ms", "3000",
                        "broker.heartbeat.interval.ms", "500",
                        "replica.lag.time.max.ms", "8000",
                        "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                        "transaction.state.log.num.partitions", "1"))
                .withJvm(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        return spec.withBrokers(brokers);
    }

    public static ClusterSpec withJava(Path java) {
        return ClusterSpec.of(VERSION, new ProcessSpec(JARS, java));
    }

    /** The process of this broker. */
    public static ProcessHandle broker(Cluster cluster, int id) {
        String settings = cluster.dataDirectory().orElseThrow().getParent() + "/logs/broker-" + id + ".properties";
        return ProcessHandle.current()
                .descendants()
                .filter(process -> commandLine(process).endsWith(settings))
                .findFirst()
                .orElseThrow();
    }

    /** Whether every thread of this broker is stopped. */
    public static boolean isStopped(Cluster cluster, int id) {
        return ThreadState.of(broker(cluster, id).pid()).allStopped();
    }

    /** Every process, whoever started it, that was given this directory on its command line. */
    public static Stream<ProcessHandle> processesIn(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(directory.toString()));
    }

    /** The live broker processes this process started, not the controller. */
    public static Stream<ProcessHandle> brokers(ProcessHandle parent) {
        return parent.descendants().filter(process -> commandLine(process).contains("/broker-"));
    }

    public static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
