package io.producerbench.cluster.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.cluster.BrokerSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "log.dirs, KAFKA_LOG_DIRS",
        "a_b.c, KAFKA_A__B_C",
        "a-b.c, KAFKA_A___B_C",
        "listener.name.client.ssl.keystore-type_x, KAFKA_LISTENER_NAME_CLIENT_SSL_KEYSTORE___TYPE__X"
    })
    void a_setting_becomes_the_variable_that_the_image_turns_back(String setting, String variable) {
        assertThat(ContainerSettings.variable(setting)).isEqualTo(variable);
    }

    @Test
    void the_heap_is_told_apart_from_other_flags() {
        assertThat(ContainerSettings.jvm(BrokerSpec.DEFAULT_JVM))
                .isEqualTo(Map.of(
                        "KAFKA_HEAP_OPTS",
                        "-Xmx1G -Xms1G",
                        "KAFKA_JVM_PERFORMANCE_OPTS",
                        "-server -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35"
                                + " -XX:+ExplicitGCInvokesConcurrent -Djava.awt.headless=true"));
    }
}
