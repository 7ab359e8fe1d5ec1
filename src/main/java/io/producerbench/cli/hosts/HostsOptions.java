package io.producerbench.cli.hosts;

import io.producerbench.failure.UsageException;
import io.producerbench.hosts.HostsFile;
import io.producerbench.hosts.HostsFork;
import io.producerbench.hosts.HostsRequest;
import io.producerbench.scenario.Scenario;
import io.producerbench.sweep.SweepRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which hosts give the load: this one, or those of a platform file. */
public final class HostsOptions {
    /** JMH options that would travel to the hosts as arguments of a JVM, or whose results stay there. */
    private static final List<String> NOT_ON_HOSTS =
            List.of("-jvm", "-jvmArgs", "-jvmArgsPrepend", "-jvmArgsAppend", "-prof", "-t");

    @Option(
            names = "--hosts",
            paramLabel = "FILE",
            description = "The load hosts, by Trogdor's platform file; each runs ./run-bench.sh agent.")
    private Path hosts;

    @Option(
            names = "--host-command-config",
            paramLabel = "NAME",
            description = "A file of client settings in each agent's --client-configs.")
    private String commandConfig;

    /**
     * Returns the load hosts; empty for this one alone.
     *
     * @param scenarios what is measured
     * @param version of Trogdor
     * @throws UsageException if this cannot be done on several hosts
     */
    public Optional<HostsRequest> of(SweepRequest request, List<Scenario> scenarios, String version) {
        if (hosts == null) {
            if (commandConfig != null) {
                throw new UsageException("--host-command-config " + commandConfig + " needs --hosts");
            }
            return Optional.empty();
        }
        HostsFile file = HostsFile.read("--hosts", hosts);
        if (request.resumed().isPresent()) {
            throw new UsageException("--hosts " + hosts + ": a run on several hosts cannot be resumed; start anew");
        }
        request.jmhArguments().stream()
                .filter(NOT_ON_HOSTS::contains)
                .findFirst()
                .ifPresent(option -> {
                    throw new UsageException(option + " cannot be used with --hosts " + hosts
                            + ": no argument of a JVM or of a profiler travels to a load host; leave it out");
                });
        if (scenarios.stream().anyMatch(Scenario::isRead)) {
            throw new UsageException("Visible cannot be used with --hosts " + hosts
                    + ": its consumers would need the send times of all hosts; give FixedRate or MaxRate");
        }
        if (scenarios.stream().anyMatch(scenario -> scenario.brokersDown() > 0)) {
            throw new UsageException("-p brokersDown cannot be used with --hosts " + hosts + "; leave it out");
        }
        if (request.existing().isEmpty() && !file.isLocal()) {
            throw new UsageException("--hosts " + hosts + ": the brokers that a run starts listen on 127.0.0.1,"
                    + " which other hosts cannot reach; give --bootstrap-server");
        }
        return Optional.of(
                new HostsRequest(file, Optional.ofNullable(commandConfig).orElse(""), request.project(), version));
    }

    /** Asks every agent, so that no brokers are started in vain. */
    public static void requireAgents(HostsRequest request) {
        HostsFork.requireAgents(request.file());
    }
}
