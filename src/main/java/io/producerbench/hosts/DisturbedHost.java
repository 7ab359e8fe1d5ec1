package io.producerbench.hosts;

import io.producerbench.results.sample.MachineCheck;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.MachineLoad;
import io.producerbench.results.sample.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A load host whose machine was disturbed more than a sample that counts may be. Pure.
 *
 * @param host its number, from 0
 * @param problem what disturbed it
 */
record DisturbedHost(int host, String problem) {
    /**
     * What a host's machine was like meanwhile.
     *
     * @param bootId of its kernel
     */
    record HostMachine(String bootId, MachineLoad load) {}

    /**
     * Returns the first host that was disturbed; empty if none was. A machine that several hosts or
     * the driver share is left out, because there each is a disturbance of the other; what the
     * driver's own readings say of its machine counts for it.
     *
     * @param driver boot id of the driver's machine
     */
    static Optional<DisturbedHost> among(List<HostMachine> hosts, String driver, MachineLimits limits) {
        return IntStream.range(0, hosts.size())
                .filter(host -> isAlone(hosts, host, driver))
                .boxed()
                .flatMap(host -> MachineCheck.problems(hosts.get(host).load(), limits).stream()
                        .map(Problem::text)
                        .map(problem -> new DisturbedHost(host, problem)))
                .findFirst();
    }

    private static boolean isAlone(List<HostMachine> hosts, int host, String driver) {
        String machine = hosts.get(host).bootId();
        return !machine.equals(driver)
                && hosts.stream()
                                .filter(other -> other.bootId().equals(machine))
                                .count()
                        == 1;
    }
}
