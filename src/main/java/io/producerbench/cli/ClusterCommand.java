package io.producerbench.cli;

import io.producerbench.cluster.Cluster;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.EnvironmentException;
import io.producerbench.process.FailureWatch;
import io.producerbench.run.BrokerJars;
import io.producerbench.run.DiskNeed;
import io.producerbench.run.StartNotices;
import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts three brokers and keeps them until Ctrl-C. */
@CommandLine.Command(
        name = "cluster",
        customSynopsis = "./run-bench.sh cluster [options]%n",
        description = "Start three brokers and a controller, and keep them until Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh cluster",
            "  ./run-bench.sh cluster --broker-version 4.4.0 --work-dir /data"
        })
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
        WorkDirectory directory = brokers.workDirectory();
        err.println("starting three brokers, " + brokers.kind().label() + ", Kafka " + brokerVersion);
        StartNotices.ofJvms(err::println);
        StartNotices.ofBrokers(brokers.kind(), directory, DiskNeed.ofFewRecords(), err::println);
        Cluster cluster = brokers.kind()
                .start(BrokerJars.spec(brokerVersion, Checkout.home())
                        .withDocker(brokers.docker())
                        .in(directory));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cluster), "closing"));
        out.println("bootstrap.servers=" + cluster.bootstrapServers());
        err.println("Ctrl-C ends them");
        throw new EnvironmentException(awaitFailure(cluster));
    }

    private void end(Cluster cluster) {
        err.println("ending the brokers");
        cluster.close();
        err.println("the brokers have ended");
    }

    /**
     * Returns how a broker died by itself. Usually it never returns, because Ctrl-C ends
     * this JVM, whose shutdown hook ends the brokers.
     */
    private static String awaitFailure(Cluster cluster) {
        CompletableFuture<String> problem = new CompletableFuture<>();
        FailureWatch watch = FailureWatch.over(
                cluster::failure, () -> problem.complete(cluster.failure().orElseThrow()));
        try (watch) {
            return problem.join();
        }
    }
}
