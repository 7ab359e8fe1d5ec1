package io.producerbench.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** Finds the checkout and what was built from it. */
final class Checkout {
    /** Names the checkout; {@code run-bench.sh} sets it. */
    static final String HOME_PROPERTY = "producerbench.home";

    private Checkout() {}

    /** Returns the checkout; without the system property, the working directory. */
    static Path home() {
        return Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath().normalize();
    }

    /** Returns the broker version whose jars the build resolves. */
    static String brokerVersion() {
        return build().getProperty("kafka.broker.version");
    }

    /** Returns the version of Trogdor whose jars the build resolves. */
    static String trogdorVersion() {
        return build().getProperty("trogdor.version");
    }

    /** Returns the directory of the jars of kafka-producer-perf-test, which the build resolves. */
    static Path peerJars() {
        return home().resolve("target/peers").resolve(build().getProperty("kafka.tools.version"));
    }

    private static Properties build() {
        Properties properties = new Properties();
        try (InputStream in = Checkout.class.getResourceAsStream("/io/producerbench/build.properties")) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
