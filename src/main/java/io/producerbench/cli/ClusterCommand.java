package io.producerbench.cli;

import io.producerbench.cluster.Cluster;
import io.producerbench.run.BrokerJars;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts three brokers and keeps them until Ctrl-C. */
@CommandLine.Command(
        name = "cluster",
        customSynopsis = "./run-bench.sh cluster [options]%n",
        description = "Start three brokers and a controller, and keep them until Ctrl-C.")
final class ClusterCommand implements Command {
    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "--broker-version", paramLabel = "V", description = "Kafka version of the brokers.")
    private String brokerVersion = Checkout.brokerVersion();

    @Mixin
    private OwnClusterOptions brokers = new OwnClusterOptions();

    ClusterCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public ExitCode run() {
        BrokerJars.requireVersion("--broker-version", brokerVersion);
        err.println("starting three brokers, " + brokers.kind().label() + ", Kafka " + brokerVersion);
        Cluster cluster = brokers.kind()
                .start(BrokerJars.spec(brokerVersion, Checkout.home()).withDocker(brokers.docker()));
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "closing"));
        out.println("bootstrap.servers=" + cluster.bootstrapServers());
        err.println("Ctrl-C ends them");
        awaitInterrupt();
        return ExitCode.DONE;
    }

    /** Waits until Ctrl-C ends this JVM, whose shutdown hook ends the brokers. */
    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
