package io.producerbench.cluster.processes;

import io.producerbench.cluster.ClusterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats the nodes' data directories with the brokers' own tool. It runs inside this JVM, because
 * a JVM for each directory would take longer than the rest of the start, and in a class loader of
 * its own, because the brokers' jars must not mix with ours.
 */
record Storage(URLClassLoader brokerJars) implements AutoCloseable {

    /**
     * Log4j finds this file by its name. Without it the tool's logging would go to our standard
     * output.
     */
    private static final String SILENCE_FILE = "log4j2.xml";

    private static final String SILENCE = """
            <Configuration status="OFF" shutdownHook="disable"><Loggers><Root level="OFF"/></Loggers></Configuration>
            """;

    static Storage of(Path brokerJars, Path scratch) {
        List<URL> classPath = new ArrayList<>();
        try (Stream<Path> jars = Files.list(brokerJars)) {
            Files.writeString(scratch.resolve(SILENCE_FILE), SILENCE);
            classPath.add(scratch.toUri().toURL());
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                classPath.add(jar.toUri().toURL());
            }
        } catch (IOException e) {
            throw new ClusterException("could not read the broker jars in " + brokerJars, e);
        }
        return new Storage(new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
    }

    /**
     * When this returns, the data directory that the settings name belongs to this cluster and is
     * empty.
     */
    void format(Path settings, String clusterId) {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        thread.setContextClassLoader(brokerJars);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            String[] arguments = {"format", "--cluster-id", clusterId, "--config", settings.toString()};
            Object code = tool().invoke(null, arguments, out);
            if (!code.equals(0)) {
                throw new ClusterException("expected kafka's storage tool to format " + settings + ", got code " + code
                        + ": " + said.toString(StandardCharsets.UTF_8).strip());
            }
        } catch (InvocationTargetException e) {
            throw new ClusterException(
                    "kafka's storage tool could not format " + settings + ": " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new ClusterException("these broker jars have no storage tool that we can call", e);
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    private Method tool() throws ReflectiveOperationException {
        return brokerJars.loadClass("kafka.tools.StorageTool").getMethod("execute", String[].class, PrintStream.class);
    }

    @Override
    public void close() {
        try {
            brokerJars.close();
        } catch (IOException e) {
            throw new ClusterException("could not close the broker jars after formatting", e);
        }
    }
}
