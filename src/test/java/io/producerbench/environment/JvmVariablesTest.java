package io.producerbench.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JvmVariablesTest {
    @Test
    void only_variables_that_change_jvms_are_among_them() {
        assertThat(JvmVariables.of(Map.of("_JAVA_OPTIONS", "-Xint", "JAVA_HOME", "/jdk", "KAFKA_HEAP_OPTS", "-Xmx4g"))
                        .flags())
                .containsExactly(
                        Map.entry("KAFKA_HEAP_OPTS", List.of("-Xmx4g")), Map.entry("_JAVA_OPTIONS", List.of("-Xint")));
        assertThat(JvmVariables.of(Map.of("JDK_JAVA_OPTIONS", " ")).flags()).isEmpty();
    }

    @Test
    void values_that_may_be_secret_are_left_out() {
        String value =
                "-XX:+UseZGC -Djavax.net.ssl.trustStorePassword=geheim '-Dname=two words' -javaagent:/home/me/a.jar";

        assertThat(JvmVariables.of(Map.of("JAVA_TOOL_OPTIONS", value)).flags().get("JAVA_TOOL_OPTIONS"))
                .containsExactly("-XX:+UseZGC", "-Djavax.net.ssl.trustStorePassword", "-Dname", "-javaagent");
    }

    @Test
    void a_notice_says_whether_the_variable_acts() {
        assertThat(JvmVariables.of(Map.of("_JAVA_OPTIONS", "-Xint", "KAFKA_OPTS", "-Da=b"))
                        .notices())
                .containsExactly(
                        "warning: KAFKA_OPTS is set (-Da) and changes nothing, because only Kafka's own start scripts"
                                + " read it",
                        "warning: _JAVA_OPTIONS is set (-Xint) and changes every JVM that this program starts here,"
                                + " brokers and forks alike; unset it to measure without");
    }
}
