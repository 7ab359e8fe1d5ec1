package io.producerbench.hosts;

import static io.producerbench.hosts.ALane.machine;
import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.hosts.DisturbedHost.HostMachine;
import io.producerbench.results.sample.MachineLimits;
import io.producerbench.results.sample.MachineLoad;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DisturbedHostTest {
    private static final MachineLimits LIMITS = MachineLimits.DEFAULT;

    @Test
    void the_first_host_that_others_disturbed_is_named_with_what_they_took() {
        assertThat(among(host("b", 0.02), host("c", 0.34), host("d", 0.5)))
                .contains(new DisturbedHost(1, "other processes used 34.0 % of the machine's CPU, more than 10.0 %"));
        assertThat(among(host("b", 0.02), host("c", 0.09))).isEmpty();
    }

    @Test
    void so_is_one_that_the_hypervisor_kept_waiting_or_that_stood_still() {
        MachineLoad stolen = machine(OptionalDouble.of(0), OptionalDouble.of(0.2), 700_000_000);

        assertThat(among(new HostMachine("b", stolen)).orElseThrow().problem())
                .isEqualTo("the hypervisor kept 20.0 % of the cores' time, more than 10.0 %");
        assertThat(DisturbedHost.among(List.of(new HostMachine("b", stolen)), "a", LIMITS.withMostOthers(1))
                        .orElseThrow()
                        .problem())
                .isEqualTo("the machine stood still for 700 ms, more than 500 ms");
    }

    @Test
    void on_a_machine_that_hosts_or_the_driver_share_each_is_the_others_disturbance() {
        assertThat(among(host("a", 0.9))).isEmpty();
        assertThat(among(host("b", 0.9), host("b", 0.9))).isEmpty();
        assertThat(among(host("b", 0.9), host("b", 0.9), host("c", 0.2)))
                .map(DisturbedHost::host)
                .contains(2);
    }

    @Test
    void what_a_machine_was_like_travels_home_as_json_also_where_it_is_unknown() {
        LaneResult sent = ALane.result(10, 10, 7);
        LaneResult home = JsonMapper.shared().readValue(JsonMapper.shared().writeValueAsString(sent), LaneResult.class);

        assertThat(home.machine()).isEqualTo(sent.machine());
    }

    private static Optional<DisturbedHost> among(HostMachine... hosts) {
        return DisturbedHost.among(List.of(hosts), "a", LIMITS);
    }

    private static HostMachine host(String bootId, double others) {
        return new HostMachine(bootId, machine(others));
    }
}
