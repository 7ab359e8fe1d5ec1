package io.producerbench.cluster;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The brokers that tests start, and what of them is left running. */
public final class TestBrokers {

    static final String VERSION = System.getProperty("kafka.broker.version", "4.3.1");
    static final Path JARS = Path.of(System.getProperty("kafka.broker.jars", "target/brokers/" + VERSION));

    private TestBrokers() {}

    public static ClusterSpec spec() {
        return ClusterSpec.of(VERSION, JARS);
    }

    /** Every process, whoever started it, that was given this directory on its command line. */
    static Stream<ProcessHandle> processesIn(Path directory) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(directory.toString()));
    }

    /** The live broker processes this process started, not the controller. */
    static Stream<ProcessHandle> brokers(ProcessHandle parent) {
        return parent.descendants().filter(process -> commandLine(process).contains("/broker-"));
    }

    static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
