package io.producerbench.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The processors of {@code /proc/cpuinfo}, whose keys differ from architecture to architecture. */
record CpuInfo(List<Map<String, String>> processors) {

    static CpuInfo of(KernelFiles files) {
        List<Map<String, String>> processors = new ArrayList<>();
        Map<String, String> processor = new LinkedHashMap<>();
        for (String line : files.lines("proc/cpuinfo")) {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                processor.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            } else if (!processor.isEmpty()) {
                processors.add(processor);
                processor = new LinkedHashMap<>();
            }
        }
        if (!processor.isEmpty()) {
            processors.add(processor);
        }
        return new CpuInfo(List.copyOf(processors));
    }

    /**
     * Returns the model's name. On arm64, which has none, returns the numbers that identify the
     * design.
     */
    Optional<String> model() {
        return first("model name")
                .or(() -> first("CPU part")
                        .map(part -> "implementer " + first("CPU implementer").orElse("?") + ", part " + part));
    }

    /**
     * Returns the number of (physical id, core id) pairs. Hyper-threads of one core share a pair,
     * and each socket repeats the core ids.
     */
    OptionalInt physicalCores() {
        long pairs = processors.stream()
                .map(processor -> Arrays.asList(processor.get("physical id"), processor.get("core id")))
                .filter(pair -> pair.stream().allMatch(Objects::nonNull))
                .distinct()
                .count();
        return pairs == 0 ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(pairs));
    }

    /** True if a hypervisor runs below. Only x86 tells it, by a flag. */
    Optional<Boolean> virtualised() {
        return first("flags").map(flags -> List.of(flags.split(" ")).contains("hypervisor"));
    }

    private Optional<String> first(String key) {
        return processors.stream()
                .map(processor -> processor.get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(value -> !value.isEmpty());
    }
}
