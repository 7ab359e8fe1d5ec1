package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.run.CommandConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.regex.Pattern;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options that name an existing cluster, as Kafka's own tools have them. */
final class ExistingClusterOptions {
    static final List<String> NAMES = List.of("--bootstrap-server", "--command-config", "--command-property");

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT,...",
            description = "Measure on an existing cluster, in topics of our own; see docs/existing-cluster.md.")
    private String bootstrapServer;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Kafka's client settings for it: security.protocol, ssl.*, sasl.* and the like.")
    private Path commandConfig;

    @Option(
            names = "--command-property",
            paramLabel = "K=V",
            arity = "1..*",
            parameterConsumer = Words.class,
            description =
                    "One such setting, which overrides the file; repeatable, or several with spaces between. Not for secrets.")
    private List<String> commandProperties = new ArrayList<>();

    boolean isGiven() {
        if (bootstrapServer == null && (commandConfig != null || !commandProperties.isEmpty())) {
            throw new UsageException((commandConfig != null ? "--command-config" : "--command-property")
                    + " is for an existing cluster; give its --bootstrap-server too");
        }
        return bootstrapServer != null;
    }

    CommandConfig with(List<String> jmhArguments) {
        return CommandConfig.of(bootstrapServer, Optional.ofNullable(commandConfig), commandProperties, jmhArguments);
    }

    /**
     * Takes one word, and all words after it that look like properties. The next word goes to JMH.
     */
    static final class Words implements IParameterConsumer {
        private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][\\w.-]*=.*", Pattern.DOTALL);

        @Override
        public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
            if (arguments.isEmpty()) {
                throw new ParameterException(
                        command.commandLine(), "Missing required parameter for option '--command-property' (K=V)");
            }
            List<String> words = new ArrayList<>(option.<List<String>>getValue());
            do {
                words.add(arguments.pop());
            } while (!arguments.isEmpty() && PROPERTY.matcher(arguments.peek()).matches());
            option.setValue(words);
        }
    }
}
