package io.producerbench.run;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.process.ExternalCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The class path of brokers of any version, fetched by the brokers' own POM when it is not there yet. */
public final class BrokerJars {
    private BrokerJars() {}

    /**
     * The directory with the jars.
     *
     * @throws EnvironmentException if there is no such version, or it cannot be fetched
     */
    public static Path of(String version, Path project, Progress progress) {
        Path jars = project.resolve("target/brokers").resolve(version);
        if (!Files.exists(jars.resolve("kafka_2.13-" + version + ".jar"))) {
            progress.report("fetching the jars of brokers " + version);
            try {
                Path log =
                        Files.createDirectories(project.resolve("target/arms")).resolve("broker-" + version + ".log");
                List<String> command = List.of(
                        project.resolve("mvnw").toString(),
                        "-B",
                        "-ntp",
                        "-f",
                        "src/broker/pom.xml",
                        "process-resources",
                        "-Dkafka.broker.version=" + version);
                new ExternalCommand(command, project, log).run("fetching the jars of brokers " + version);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jars;
    }
}
