package io.producerbench.run;

import io.producerbench.cluster.ClusterKind;
import io.producerbench.environment.JvmVariables;
import io.producerbench.environment.WorkDirectory;
import io.producerbench.failure.EnvironmentException;

/** What a run says before it starts anything, because it decides what its numbers are worth. */
public final class StartNotices {
    private StartNotices() {}

    /** Warns of variables that change JVMs, because no command line shows them. */
    public static void ofJvms(Progress progress) {
        JvmVariables.read().notices().forEach(progress::report);
    }

    /**
     * Says where the data of brokers as processes goes, and warns if that is no disk or a small one.
     *
     * @throws EnvironmentException if the disk is too small
     */
    public static void ofBrokers(ClusterKind kind, WorkDirectory directory, DiskNeed need, Progress progress) {
        if (kind != ClusterKind.PROCESSES) {
            return;
        }
        progress.report("broker data goes to " + directory + "; --work-dir DIR puts it elsewhere");
        if (directory.isMemory()) {
            progress.report("warning: " + directory.path() + " is memory, so no disk is measured and the data takes"
                    + " memory away; give --work-dir a directory on a disk");
        }
        need.requireFitsInto(directory, progress);
    }
}
