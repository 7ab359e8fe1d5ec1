package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.results.sample.MachineLimits;
import picocli.CommandLine.Option;

/** How much other programs on this machine may disturb a sample that counts. */
final class DisturbanceOptions {
    @Option(
            names = "--most-others",
            paramLabel = "SHARE",
            description =
                    "A sample counts if other programs used at most this share of the machine's CPU, and the hypervisor kept at"
                            + " most as much (default: 0.10).")
    private double mostOthers = MachineLimits.DEFAULT.mostOthers();

    /** Takes what the plan of a stopped run has. */
    void resume(double share) {
        mostOthers = share;
    }

    MachineLimits limits() {
        if (!(mostOthers >= 0 && mostOthers <= 1)) {
            throw new UsageException("--most-others: expected a share from 0 to 1, got " + mostOthers);
        }
        return MachineLimits.DEFAULT.withMostOthers(mostOthers);
    }

    /** How much of the cores the hypervisor may keep from what is measured. */
    static final class StealOption {
        @Option(
                names = "--most-steal",
                paramLabel = "SHARE",
                description = "Drop a measurement if the hypervisor kept more than this of the cores (default: 0.02).")
        private double share = MachineLimits.USUAL_MOST_STEAL;

        /** Takes what the plan of a stopped run has. */
        void resume(Object planned) {
            share = ((Number) planned).doubleValue();
        }

        /** Returns a share of all cores' time, from 0 to 1. */
        double share() {
            if (!(share >= 0 && share <= 1)) {
                throw new UsageException("--most-steal: expected a share from 0 to 1, got " + share);
            }
            return share;
        }
    }
}
