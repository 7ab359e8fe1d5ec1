package io.producerbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.FakeCluster;
import io.producerbench.cluster.NodeUsage;
import io.producerbench.process.Ticker;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CompilerQueueTest {
    private static final long LOOK = 200_000_000L;

    private final FakeCluster cluster = FakeCluster.ofThree();
    private long now;
    private final Ticker clock = new Ticker() {
        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void sleepMillis(long millis) {
            now += millis * 1_000_000;
        }
    };

    @Test
    void is_long_while_the_compilers_use_a_part_of_a_processor_and_short_once_they_do_not() {
        compiled(0);
        CompilerQueue queue = new CompilerQueue(cluster, clock);

        now += LOOK;
        compiled(LOOK / 2);
        assertThat(queue.isShort()).as("half a processor").isFalse();

        now += LOOK;
        compiled(LOOK / 2 + LOOK / 50);
        assertThat(queue.isShort()).as("two percent of one").isTrue();
    }

    @Test
    void a_look_that_is_too_short_decides_nothing() {
        compiled(0);
        CompilerQueue queue = new CompilerQueue(cluster, clock);

        now += LOOK - 1;
        assertThat(queue.isShort()).isFalse();
    }

    @Test
    void is_not_waited_for_where_brokers_do_not_tell() {
        cluster.usage(NodeUsage.UNKNOWN);

        assertThat(new CompilerQueue(cluster, clock).isShort()).isTrue();
    }

    private void compiled(long nanos) {
        cluster.usage(new NodeUsage(OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(nanos), false));
    }
}
