package io.producerbench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerNeedTest {
    @ParameterizedTest
    @CsvSource({
        "9, 3, 5, 4, 9, cpu",
        "2, 7, 5, 4, 7, network",
        "2, 3, 33, 4, 33, disk",
        "2, 3, 1, 4, 4, replicas",
        "5, 5, 5, 5, 5, cpu"
    })
    void the_largest_need_counts_and_is_named(
            long cpu, long network, long disk, long least, long total, String binding) {
        BrokerNeed need = new BrokerNeed(
                OptionalLong.of(cpu),
                OptionalLong.of(cpu - 1),
                OptionalLong.of(cpu + 40),
                OptionalLong.of(network),
                OptionalLong.of(disk),
                least);

        assertThat(need.total()).isEqualTo(total);
        assertThat(need.binding()).isEqualTo(binding);
        assertThat(need.low()).isLessThanOrEqualTo(total);
        assertThat(need.high()).isEqualTo(cpu + 40);
    }
}
