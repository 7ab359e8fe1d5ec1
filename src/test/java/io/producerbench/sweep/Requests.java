package io.producerbench.sweep;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.results.sample.MachineLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a user might ask for. */
final class Requests {
    private Requests() {}

    static SweepRequest full(String... jmhArguments) {
        return in(Path.of("results"), jmhArguments);
    }

    static SweepRequest quick(String... jmhArguments) {
        SweepRequest full = full(jmhArguments);
        return new SweepRequest(
                full.jmhArguments(),
                true,
                full.brokerWarmUpRounds(),
                full.seed(),
                full.clusterKind(),
                full.brokerVersion(),
                full.project(),
                full.results(),
                full.resumed(),
                full.existing(),
                full.image(),
                full.limits(),
                WorkDirectory.usual());
    }

    /** A full sweep whose run directory is to be made in {@code results}. */
    static SweepRequest in(Path results, String... jmhArguments) {
        return new SweepRequest(
                List.of(jmhArguments),
                false,
                OptionalInt.empty(),
                42,
                ClusterKind.PROCESSES,
                "4.3.1",
                Path.of("project"),
                results,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MachineLimits.DEFAULT,
                WorkDirectory.usual());
    }
}
