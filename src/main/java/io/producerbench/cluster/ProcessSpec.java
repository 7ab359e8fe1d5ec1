package io.producerbench.cluster;

import static java.util.Objects.requireNonNull;

import io.producerbench.environment.WorkDirectory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What brokers as processes need and brokers in containers do not.
 *
 * @param jars the directory that holds the brokers' whole class path
 * @param java the executable that runs them
 * @param workDirectory the directory in which they keep data, logs and scratch files
 */
public record ProcessSpec(Path jars, Path java, WorkDirectory workDirectory) {

    public ProcessSpec {
        requireNonNull(jars, "jars");
        requireNonNull(java, "java");
        requireNonNull(workDirectory, "workDirectory");
    }

    /** Returns brokers that run on this executable and work in the usual directory. */
    public ProcessSpec(Path jars, Path java) {
        this(jars, java, WorkDirectory.usual());
    }

    /** Returns brokers that run on the JVM that runs this and work in the usual directory. */
    public static ProcessSpec of(Path jars) {
        return new ProcessSpec(jars, Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    public ProcessSpec in(WorkDirectory other) {
        return new ProcessSpec(jars, java, other);
    }

    /** When this returns, the jars and the executable exist. Whether they work is not known yet. */
    public void requireRunnable(String version) {
        if (!Files.isRegularFile(jars.resolve("kafka_2.13-" + version + ".jar"))) {
            throw new ClusterException("broker jars for " + version + " are not in " + jars
                    + ": run ./mvnw -q -f src/broker/pom.xml process-resources -Dkafka.broker.version=" + version);
        }
        if (!Files.isExecutable(java)) {
            throw new ClusterException("expected an executable java to run the brokers, got " + java
                    + ": set JAVA_HOME to a JDK of 17 or newer");
        }
    }
}
