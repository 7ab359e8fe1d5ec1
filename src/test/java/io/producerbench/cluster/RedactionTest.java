package io.producerbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.keystore.password",
                "ssl.key.password",
                "ssl.truststore.password",
                "ssl.keystore.key",
                "ssl.keystore.certificate.chain",
                "ssl.truststore.certificates",
                "sasl.jaas.config",
                "sasl.oauthbearer.client.credentials.client.secret",
                "config.providers.vault.param.token",
                "com.example.whatever"
            })
    void the_value_of_every_sensitive_key_is_hidden(String key) {
        Redaction redaction = Redaction.of(Map.of(key, "canary"));

        assertThat(redaction.apply("no luck with canary, canary!")).isEqualTo("no luck with [hidden], [hidden]!");
        assertThat(ClientKeys.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"security.protocol", "sasl.mechanism", "ssl.truststore.location", "linger.ms"})
    void other_values_stay_readable(String key) {
        assertThat(Redaction.of(Map.of(key, "canary")).apply("a canary")).isEqualTo("a canary");
        assertThat(ClientKeys.isSecret(key)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.Module required username=\"alice\" password=\"canary\"; | canary",
                "a.Module required username='alice' password='ca nary'; | ca nary",
                "a.Module required username=alice password=canary; | canary",
                "a.Module required clientId=\"me-and-you\" clientSecret=\"can=ary;\"; | can=ary;",
                "a.Module required password=\"can\\\"ary\"; | can\"ary",
                "a.Module required user_alice=\"canary\"; | canary"
            })
    void a_part_of_a_jaas_entry_is_hidden_and_the_name_is_not(String jaas, String secret) {
        Redaction redaction = Redaction.of(Map.of("sasl.jaas.config", jaas));

        assertThat(redaction.apply("alice said " + secret + " twice")).isEqualTo("alice said [hidden] twice");
        assertThat(redaction.apply("<" + jaas + ">")).isEqualTo("<[hidden]>");
    }

    @Test
    void each_line_of_a_pem_is_hidden() {
        Redaction redaction = Redaction.of(Map.of(
                "ssl.keystore.key", "-----BEGIN PRIVATE KEY-----\n MIGHAgEAMB\nqGSM49AgEG\n-----END PRIVATE KEY-----"));

        assertThat(redaction.apply("near qGSM49AgEG in -----BEGIN PRIVATE KEY-----"))
                .isEqualTo("near [hidden] in -----BEGIN PRIVATE KEY-----");
    }

    @Test
    void the_user_of_a_url_is_hidden_wherever_it_stands() {
        Redaction redaction =
                Redaction.of(Map.of("sasl.oauthbearer.token.endpoint.url", "https://me:canary@id.example/token"));

        assertThat(redaction.apply("cannot reach https://me:canary@id.example/token"))
                .isEqualTo("cannot reach https://[hidden]@id.example/token");
    }

    @Test
    void results_may_hold_only_what_names_no_person_host_or_file() {
        assertThat(ClientKeys.recorded(Map.of(
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "PLAIN",
                        "ssl.truststore.location", "/home/me/trust.jks",
                        "sasl.jaas.config", "canary",
                        "com.example.whatever", "canary")))
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN"));
    }
}
