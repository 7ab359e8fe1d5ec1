package io.producerbench.benchmarks;

import io.producerbench.load.ForkConfig;
import io.producerbench.load.Payloads;
import io.producerbench.load.ProducerFactory;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A usual but wrong benchmark of a producer. Each call of {@code send()} counts, whether or not a
 * broker has the record, and buffered records are flushed outside JMH's timing. It is no part of a
 * sweep; {@code calibrate --peers} shows its result beside the true one.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class NaiveSend {

    /**
     * A producer and its records, with the given settings and the sweep's defaults on all other
     * axes.
     */
    @State(Scope.Benchmark)
    public static class Sender {
        @Param("all")
        public String acks;

        @Param("1024")
        public String recordSize;

        private Producer<byte[], byte[]> producer;
        private Payloads payloads;
        private String topic;
        private long sent;

        @Setup(Level.Trial)
        public void start() {
            Lifeline.hold();
            Scenario scenario = Scenario.ofDefaults(
                    Map.of(Axis.ACKS, acks, Axis.RECORD_SIZE, recordSize, Axis.RATE, Scenario.UNPACED));
            ForkConfig forkConfig = ForkConfig.received();
            topic = forkConfig.topic();
            payloads = Payloads.of(scenario.workload(), forkConfig.seed());
            producer = new ProducerFactory(scenario, forkConfig).producer(0);
        }

        @TearDown(Level.Iteration)
        public void flush() {
            producer.flush();
        }

        @TearDown(Level.Trial)
        public void stop() {
            producer.close();
        }
    }

    @Benchmark
    public Object send(Sender sender) {
        long number = sender.sent++;
        return sender.producer.send(
                new ProducerRecord<>(sender.topic, sender.payloads.key(number), sender.payloads.value(number)));
    }
}
