package io.producerbench.cli.hosts;

import io.producerbench.cli.Command;
import io.producerbench.cli.ExitCode;
import io.producerbench.failure.UsageException;
import io.producerbench.hosts.HostsFile;
import io.producerbench.hosts.LoadAgent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Waits on a load host for samples to take part in. */
@CommandLine.Command(
        name = "agent",
        customSynopsis = "./run-bench.sh agent --platform FILE --name NAME [options]%n",
        description = "Give load on this host, for a sweep with --hosts on another one.",
        footer = {
            "",
            "Examples:",
            "  ./run-bench.sh agent --platform hosts.json --name load-1",
            "  ./run-bench.sh agent --platform hosts.json --name load-1 --listen 10.0.0.11",
            "",
            "It runs until Ctrl-C. Only the coordinator's address is admitted, and only one",
            "command is run: a part of a sample. docs/scale-out.md says more.",
            "Exit codes: 0 ended, 1 our fault, 2 usage, 3 environment."
        })
public final class AgentCommand implements Command {
    private final Path project;
    private final String version;

    @Option(
            names = "--platform",
            paramLabel = "FILE",
            required = true,
            description = "Trogdor's platform file, which names the coordinator and the load hosts.")
    private Path platform;

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "This host's name in that file.")
    private String name;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "The one address that the agent binds (default: 127.0.0.1).")
    private String listen = "127.0.0.1";

    @Option(
            names = "--client-configs",
            paramLabel = "DIR",
            description = "The directory of client settings that --host-command-config names a file of.")
    private Path clientConfigs;

    /** @param version of Trogdor */
    public AgentCommand(Path project, String version) {
        this.project = project;
        this.version = version;
    }

    @Override
    public ExitCode run() {
        if (clientConfigs != null && !Files.isDirectory(clientConfigs)) {
            throw new UsageException(
                    "--client-configs " + clientConfigs
                            + ": expected the directory that holds client settings, got none; make it, or leave the option out");
        }
        int code = LoadAgent.run(
                HostsFile.read("--platform", platform),
                name,
                listen,
                Optional.ofNullable(clientConfigs),
                project,
                version);
        return code == 0 ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }
}
