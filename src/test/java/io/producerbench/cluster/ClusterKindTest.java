package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterKindTest {

    @ParameterizedTest
    @EnumSource
    void parses_its_own_label(ClusterKind kind) {
        assertThat(ClusterKind.parse(kind.label())).isEqualTo(kind);
    }

    @Test
    void an_unknown_label_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> ClusterKind.parse("PROCESSES"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "unknown kind of cluster: expected one of processes, containers, compose, external, got 'PROCESSES'");
    }
}
