package io.producerbench.benchmarks;

import io.producerbench.scenario.Readers;
import io.producerbench.scenario.Scenario;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The JMH state of a fork whose records are read while they are written. */
@State(Scope.Benchmark)
public class ReadProducerState extends ProducerState {
    @Override
    Scenario scenario() {
        return super.scenario().with(Readers.BOTH_ISOLATION_LEVELS);
    }
}
