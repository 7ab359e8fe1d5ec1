package io.producerbench.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The limits of this process's control group (version 2). Any group above may set a limit too, so
 * the smallest limit counts. Inside a container the group is its own root.
 */
record CgroupLimits(OptionalDouble cpus, OptionalLong memoryBytes) {
    private static final String MOUNT = "sys/fs/cgroup";
    private static final String UNIFIED_HIERARCHY = "0::/";
    private static final Pattern QUOTA_AND_PERIOD = Pattern.compile("(\\d{1,18}) (\\d{1,18})");
    private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

    static CgroupLimits of(KernelFiles files) {
        List<String> groups = groups(files);
        return new CgroupLimits(
                groups.stream()
                        .flatMap(group -> files.line(group + "/cpu.max").stream())
                        .map(QUOTA_AND_PERIOD::matcher)
                        .filter(Matcher::matches)
                        .mapToDouble(limit -> Double.parseDouble(limit.group(1)) / Double.parseDouble(limit.group(2)))
                        .min(),
                groups.stream()
                        .flatMap(group -> files.line(group + "/memory.max").stream())
                        .filter(limit -> BYTES.matcher(limit).matches())
                        .mapToLong(Long::parseLong)
                        .min());
    }

    /** Returns the group of this process and all visible groups above it. */
    private static List<String> groups(KernelFiles files) {
        // "0::/../x" is a group outside this container's name space; only the root is visible.
        Path own = Path.of(files.lines("proc/self/cgroup").stream()
                .filter(line -> line.startsWith(UNIFIED_HIERARCHY))
                .map(line -> line.substring(UNIFIED_HIERARCHY.length()))
                .filter(path -> !path.startsWith(".."))
                .findFirst()
                .orElse(""));
        return Stream.concat(
                        Stream.iterate(own, Objects::nonNull, Path::getParent).map(group -> MOUNT + "/" + group),
                        Stream.of(MOUNT))
                .toList();
    }
}
