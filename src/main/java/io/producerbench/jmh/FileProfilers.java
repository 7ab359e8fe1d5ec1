package io.producerbench.jmh;

import io.producerbench.failure.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;

/** Which of JMH's profilers write files, and the options with which they write them elsewhere. */
final class FileProfilers {
    private static final Set<String> RECORDERS = Set.of(
            "jfr",
            "async",
            "org.openjdk.jmh.profile.JavaFlightRecorderProfiler",
            "org.openjdk.jmh.profile.AsyncProfiler");
    private static final Pattern SAVES = Pattern.compile("(savePerf|savePerfBin|saveLog)=true");
    private static final Pattern PLACES = Pattern.compile("(^|;)(dir|save(Perf|PerfBin|Log)To(File)?)=[^;]*");

    private FileProfilers() {}

    static boolean writesFiles(ProfilerConfig profiler) {
        return isRecorder(profiler) || SAVES.matcher(profiler.getOpts()).find();
    }

    private static boolean isRecorder(ProfilerConfig profiler) {
        return RECORDERS.contains(profiler.getKlass());
    }

    /** Refuses options that name a place, because the samples of a run would overwrite each other. */
    static void requireNoPlace(ProfilerConfig profiler) {
        var place = PLACES.matcher(profiler.getOpts());
        if (writesFiles(profiler) && place.find()) {
            throw new UsageException("-prof " + profiler.getKlass() + ":" + profiler.getOpts() + ": expected no '"
                    + place.group().replaceFirst("^;", "") + "'; leave it out, because every sample has a directory of"
                    + " its own in profiles/ of the run");
        }
    }

    /** Returns the profiler with its files in this directory. */
    static ProfilerConfig into(Path directory, ProfilerConfig profiler) {
        if (isRecorder(profiler)) {
            return ShortNamedProfiler.of(profiler, "dir=" + directory);
        }
        return writesFiles(profiler)
                ? new ProfilerConfig(
                        profiler.getKlass(),
                        profiler.getOpts() + ";savePerfToFile=" + directory.resolve("perf.txt") + ";savePerfBinToFile="
                                + directory.resolve("perf.bin") + ";saveLogToFile=" + directory.resolve("hotspot.log"))
                : profiler;
    }

    /** JMH's options with other profilers. The fork asks for them too, so this is serialised. */
    static final class Options extends CommandLineOptions {
        private static final long serialVersionUID = 1L;

        private final String directory;

        Options(Path directory, String... arguments) throws CommandLineOptionException {
            super(arguments);
            this.directory = directory.toString();
        }

        @Override
        public List<ProfilerConfig> getProfilers() {
            return super.getProfilers().stream()
                    .map(profiler -> into(Path.of(directory), profiler))
                    .toList();
        }
    }
}
