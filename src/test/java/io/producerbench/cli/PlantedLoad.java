package io.producerbench.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A program that has nothing to do with a run and uses its machine. The kernel's count of its CPU
 * time, read all the time, is the truth about what others used.
 */
final class PlantedLoad implements AutoCloseable {
    private static final long PERIOD_MILLIS = 20;

    private final Process process;
    private final TreeMap<Long, Long> cpuNanos = new TreeMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    private PlantedLoad(Process process) {
        this.process = process;
        timer.scheduleAtFixedRate(this::read, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What the program does until it is ended. */
    enum Kind {
        BUSY_THREAD {
            @Override
            void begin(Path directory) {
                burn(Duration.ofHours(1));
            }
        },
        /**
         * 200 ms of CPU time in each second, on every processor. On one of two it would be a tenth of the
         * machine at most, which is what may be used.
         */
        BURSTS {
            @Override
            void begin(Path directory) {
                int processors = Runtime.getRuntime().availableProcessors();
                ScheduledExecutorService bursts = Executors.newScheduledThreadPool(processors);
                for (int i = 0; i < processors; i++) {
                    bursts.scheduleAtFixedRate(() -> burnCpu(Duration.ofMillis(200)), 0, 1, TimeUnit.SECONDS);
                }
            }
        },
        /** A compiler, over and over, with the threads that a JVM gives it. */
        COMPILER {
            @Override
            void begin(Path directory) throws IOException {
                while (true) {
                    compile(directory);
                }
            }
        };

        /** Works until the JVM is ended. */
        abstract void begin(Path directory) throws IOException;
    }

    static PlantedLoad start(Kind kind, Path directory) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new PlantedLoad(new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlantedLoad.class.getName(),
                        kind.name(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("/dev/null").toFile())
                .start());
    }

    /** Runs the load in a JVM of its own. */
    public static void main(String[] arguments) throws Exception {
        Kind.valueOf(arguments[0]).begin(Path.of(arguments[1]));
    }

    private static void burn(Duration length) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < length.toNanos()) {
            Thread.onSpinWait();
        }
    }

    /** Works until this thread has used so much more CPU time, however long it had to wait for it. */
    private static void burnCpu(Duration used) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        while (threads.getCurrentThreadCpuTime() - start < used.toNanos()) {
            Thread.onSpinWait();
        }
    }

    private static void compile(Path directory) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"));
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
            List<String> options = new ArrayList<>(List.of("-proc:none", "-d", directory.toString()));
            options.addAll(List.of("-cp", System.getProperty("java.class.path")));
            compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
    }

    private synchronized void read() {
        process.toHandle()
                .info()
                .totalCpuDuration()
                .ifPresent(cpu -> cpuNanos.put(Instant.now().toEpochMilli(), cpu.toNanos()));
    }

    /** Returns the share of the whole machine's CPU that it used between two moments. */
    synchronized double share(Instant start, Instant end) {
        double length = Duration.between(start, end).toNanos();
        return (at(end) - at(start)) / length / Runtime.getRuntime().availableProcessors();
    }

    /** Between two readings its CPU time grows evenly; before the first one it was not there. */
    private double at(Instant moment) {
        Map.Entry<Long, Long> before = cpuNanos.floorEntry(moment.toEpochMilli());
        Map.Entry<Long, Long> after = cpuNanos.ceilingEntry(moment.toEpochMilli());
        if (before == null || after == null || before.equals(after)) {
            return before != null ? before.getValue() : 0;
        }
        double part = (double) (moment.toEpochMilli() - before.getKey()) / (after.getKey() - before.getKey());
        return before.getValue() + part * (after.getValue() - before.getValue());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        process.destroyForcibly();
    }
}
