package io.producerbench.duet;

import io.producerbench.cluster.TransactionVersion;
import io.producerbench.failure.UsageException;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Readers;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One of the two things that a duet compares, as given on the command line. */
public sealed interface DuetArm {
    /** Returns the kind of the arm. Both arms of a duet must be of one kind. */
    String kind();

    /**
     * Returns the arm as written. For a jar it is the file name, because the rows of a run contain
     * no paths.
     */
    String text();

    /** An arm that runs the code of a commit. */
    record Commit(String text, String sha) implements DuetArm {
        @Override
        public String kind() {
            return "a commit";
        }
    }

    /** An arm that runs a {@code benchmarks.jar}. */
    record Jar(String text, Path file) implements DuetArm {
        @Override
        public String kind() {
            return "a jar";
        }
    }

    /**
     * An arm that runs the commit checked out, built with this version of the Kafka client.
     *
     * @param settings of the producer besides those that the suite sets itself, by Kafka's names
     */
    record Client(String text, String version, Map<String, String> settings) implements DuetArm {
        public Client {
            settings = Map.copyOf(settings);
        }

        @Override
        public String kind() {
            return "a client version";
        }
    }

    /**
     * An arm with brokers of this version, in a cluster of its own.
     *
     * @param protocol which they use for transactions; empty for the one that they begin with
     */
    record Broker(String text, String version, Optional<TransactionVersion> protocol) implements DuetArm {
        @Override
        public String kind() {
            return "a broker version";
        }
    }

    /** An arm with one setting of the producer or its topic. */
    record Setting(String text, Axis axis, String value) implements DuetArm {
        @Override
        public String kind() {
            return "the setting " + axis.column();
        }
    }

    /** An arm with the two consumers of {@code Visible}, or with none. They read what the producer sends. */
    record Consumers(String text, Readers readers) implements DuetArm {
        @Override
        public String kind() {
            return "a number of consumers";
        }
    }

    /**
     * Returns the arm that {@code text} names.
     *
     * @param commits resolves the name of a commit to its full hash
     * @throws UsageException if it names no arm
     */
    static DuetArm parse(String text, Commits commits) {
        return new ArmSyntax(text).arm(commits);
    }

    /** Resolves the name of a commit to its full hash; empty if git knows no such commit. */
    interface Commits {
        Optional<String> resolve(String name);
    }
}
