package io.producerbench.hosts;

import io.producerbench.failure.EnvironmentException;
import io.producerbench.process.ChildJvm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trogdor's class path, which the build resolves apart from ours. */
record TrogdorJars(Path directory) {
    static TrogdorJars in(Path project, String version) {
        Path directory = project.resolve("target/trogdor").resolve(version);
        if (!Files.isDirectory(directory.resolve("jars")) || !Files.isDirectory(directory.resolve("classes"))) {
            throw new EnvironmentException(
                    "there is no Trogdor in " + directory + ": build it with ./mvnw package -DskipTests");
        }
        return new TrogdorJars(directory);
    }

    /** Returns the command of a JVM that runs this class of {@code src/trogdor}. */
    List<String> command(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(ChildJvm.LOCALE);
        command.addAll(List.of(
                "-cp",
                directory.resolve("classes") + File.pathSeparator + directory.resolve("jars") + File.separator + "*",
                "io.producerbench.trogdor." + mainClass));
        command.addAll(arguments);
        return command;
    }
}
