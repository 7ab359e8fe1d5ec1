package io.producerbench.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.scenario.Axis;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

class ProducerStateTest {

    @Test
    void its_parameters_are_the_axes_with_their_defaults() {
        Map<String, List<String>> parameters = Arrays.stream(ProducerState.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .collect(Collectors.toMap(
                        field -> field.getName(),
                        field -> List.of(field.getAnnotation(Param.class).value())));

        assertThat(parameters)
                .isEqualTo(Arrays.stream(Axis.values()).collect(Collectors.toMap(Axis::param, Axis::defaults)));
    }
}
