package io.producerbench.sweep;

import io.producerbench.failure.UsageException;
import io.producerbench.jmh.JmhArguments;
import io.producerbench.run.DiskNeed;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.BlockPlan;
import io.producerbench.scenario.ScenarioGrid;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that a sweep will do. It is decided before anything is started. */
public record SweepPlan(JmhArguments jmh, ScenarioGrid grid, BlockPlan blocks, Effort effort, long seed) {
    /** A quick sweep has one record size: the larger one, at which bytes count too. */
    private static final Map<Axis, List<String>> QUICK = Map.of(Axis.RECORD_SIZE, List.of("1024"));

    /** @throws UsageException if the request cannot be done */
    public static SweepPlan of(SweepRequest request) {
        JmhArguments jmh = JmhArguments.parse(request.jmhArguments());
        Map<Axis, List<String>> chosen = new EnumMap<>(Axis.class);
        if (request.quick()) {
            chosen.putAll(QUICK);
        }
        chosen.putAll(jmh.chosen());
        ScenarioGrid grid = grid(chosen, jmh);
        requirePower(
                grid,
                request.clusterKind().isControllable(),
                request.clusterKind().label());
        Effort effort = Effort.of(request.quick(), request.brokerWarmUpRounds(), jmh.options());
        PlanCheck.require(grid.scenarios(), effort);
        BlockPlan blocks = BlockPlan.shuffled(grid.scenarios(), effort.blocks(), request.seed());
        return new SweepPlan(jmh, grid, blocks, effort, request.seed());
    }

    private static ScenarioGrid grid(Map<Axis, List<String>> chosen, JmhArguments jmh) {
        try {
            ScenarioGrid grid = ScenarioGrid.expand(chosen, jmh.pacings());
            if (grid.scenarios().isEmpty()) {
                throw new UsageException("nothing to measure: " + grid.whyEmpty());
            }
            return grid;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /** @throws UsageException if a broker is to be killed that this kind of cluster cannot kill */
    public static void requirePower(ScenarioGrid grid, boolean controllable, String kind) {
        if (!controllable && grid.scenarios().stream().anyMatch(scenario -> scenario.brokersDown() > 0)) {
            throw new UsageException("-p brokersDown: expected a kind of cluster whose brokers can be killed, got "
                    + kind + "; give --cluster processes");
        }
    }

    /** Returns how much the brokers write before it is deleted. */
    public DiskNeed diskNeed() {
        return DiskNeed.of(grid.scenarios(), effort.iterations());
    }

    /** Returns about how long the sweep takes, the start of the brokers included. */
    public Duration duration() {
        return effort.total(blocks.steps());
    }
}
