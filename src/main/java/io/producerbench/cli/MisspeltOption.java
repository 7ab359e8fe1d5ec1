package io.producerbench.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Refuses options that look like ours and are none, because JMH would refuse them in words about JMH. */
final class MisspeltOption {
    private static final String OURS = "--";
    private static final String FLAGS_FOLLOW = "-jvmArgs";

    private MisspeltOption() {}

    /**
     * Refuses the first argument that begins with two dashes. The flags of a JVM may, behind
     * {@code -jvmArgs} and its likes.
     *
     * @throws UnmatchedArgumentException naming it; picocli adds the nearest option that there is
     */
    static void refuse(List<String> jmhArguments, CommandSpec spec) {
        for (int i = 0; i < jmhArguments.size(); i++) {
            boolean isFlag = i > 0 && jmhArguments.get(i - 1).startsWith(FLAGS_FOLLOW);
            if (jmhArguments.get(i).startsWith(OURS) && !isFlag) {
                throw new UnmatchedArgumentException(spec.commandLine(), List.of(jmhArguments.get(i)));
            }
        }
    }
}
