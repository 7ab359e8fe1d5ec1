package io.producerbench.jmh;

import io.producerbench.failure.UsageException;
import java.io.IOException;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * What the jar of a fork and the JVM that starts the fork must agree on: the benchmarks with their
 * parameters, as JMH's list has them, and the serial form of the results. Without this check a
 * record whose components changed would arrive with zeros in it.
 *
 * @param serialForms the fields of each serialisable class of {@code latency}, by its name
 * @param takesTurns true if its forks wait for their turn while another fork measures
 */
public record ForkProtocol(
        String benchmarks, Map<String, String> serialForms, String clientVersion, boolean takesTurns) {
    private static final String RESULTS = "io/producerbench/latency/";
    private static final String BENCHMARK_LIST = "META-INF/BenchmarkList";
    private static final String TURNS = "io/producerbench/load/Turns.class";
    private static final String CLIENT = "kafka/kafka-version.properties";

    /** @throws UsageException if {@code jar} is no {@code benchmarks.jar} */
    public static ForkProtocol of(Path jar) {
        try (JarFile file = new JarFile(jar.toFile());
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Map<String, String> forms = new TreeMap<>();
            for (JarEntry entry : file.stream().toList()) {
                if (entry.getName().startsWith(RESULTS) && entry.getName().endsWith(".class")) {
                    add(
                            forms,
                            classes.loadClass(entry.getName().replace('/', '.').replaceFirst("\\.class$", "")));
                }
            }
            Properties client = new Properties();
            client.load(file.getInputStream(required(file, jar, CLIENT)));
            return new ForkProtocol(
                    text(file, required(file, jar, BENCHMARK_LIST)),
                    forms,
                    client.getProperty("version"),
                    file.getJarEntry(TURNS) != null);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UsageException(jar + ": its classes do not load (" + e + "); build it anew with ./mvnw package");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    private static void add(Map<String, String> forms, Class<?> type) {
        if (Serializable.class.isAssignableFrom(type)) {
            ObjectStreamClass form = ObjectStreamClass.lookup(type);
            forms.put(
                    type.getName(),
                    form.getSerialVersionUID()
                            + Arrays.stream(form.getFields())
                                    .map(field -> " " + field.getType().getName() + " " + field.getName())
                                    .sorted()
                                    .collect(Collectors.joining()));
        }
    }

    private static JarEntry required(JarFile file, Path jar, String name) {
        JarEntry entry = file.getJarEntry(name);
        if (entry == null) {
            throw new UsageException(jar + ": expected a benchmarks.jar of this project, got one without " + name);
        }
        return entry;
    }

    private static String text(JarFile file, JarEntry entry) throws IOException {
        return new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** Returns true if one JVM can start forks of both jars and read their results. */
    public boolean agreesWith(ForkProtocol other) {
        return benchmarks.equals(other.benchmarks) && serialForms.equals(other.serialForms);
    }
}
