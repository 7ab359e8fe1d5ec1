package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.cluster.TransactionVersion;
import io.producerbench.failure.UsageException;
import io.producerbench.scenario.Axis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuetArmTest {
    private static final String SHA = "a31fb7a0123456789abcdef0123456789abcdef0";

    @TempDir
    Path directory;

    @Test
    void versions_settings_and_commits_are_told_apart_by_their_form() {
        assertThat(arm("client:4.4.0")).isEqualTo(new DuetArm.Client("client:4.4.0", "4.4.0", Map.of()));
        assertThat(arm("broker:4.4.0-rc1"))
                .isEqualTo(new DuetArm.Broker("broker:4.4.0-rc1", "4.4.0-rc1", Optional.empty()));
        assertThat(arm("linger.ms=007")).isEqualTo(new DuetArm.Setting("linger.ms=007", Axis.LINGER_MS, "7"));
        assertThat(arm("HEAD~1")).isEqualTo(new DuetArm.Commit("HEAD~1", SHA));
    }

    @Test
    void a_version_may_have_settings_of_its_own() {
        String client = "client:4.4.0,buffer.memory.allocation.strategy=full,interceptor.classes=";
        assertThat(arm(client))
                .isEqualTo(new DuetArm.Client(
                        client,
                        "4.4.0",
                        Map.of("buffer.memory.allocation.strategy", "full", "interceptor.classes", "")));

        String broker = "broker:4.3.1,transaction.version=1";
        assertThat(arm(broker))
                .isEqualTo(new DuetArm.Broker(broker, "4.3.1", Optional.of(TransactionVersion.EPOCH_FOR_ALL)));
    }

    @Test
    void a_jar_goes_by_the_name_of_its_file_since_rows_hold_no_path() throws IOException {
        Path jar = Files.createFile(directory.resolve("mine.jar"));

        assertThat(arm(jar.toString())).isEqualTo(new DuetArm.Jar("mine.jar", jar));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "client:4 | client:4: expected a version of Kafka such as client:4.4.0, got '4'",
                "broker: | broker:: expected a version of Kafka such as broker:4.4.0, got ''",
                "client:4.4.0;rm | client:4.4.0;rm: expected a version of Kafka",
                "client:4.4.0, | client:4.4.0,: expected settings as NAME=VALUE, separated by commas, got ''",
                "client:4.4.0,full | client:4.4.0,full: expected settings as NAME=VALUE, separated by commas, got 'full'",
                "client:4.4.0,a=1,a=2 | client:4.4.0,a=1,a=2: a is set twice",
                "client:4.4.0,linger.ms=0 | client:4.4.0,linger.ms=0: linger.ms is chosen with -p lingerMs, or compared with arms such as linger.ms=VALUE",
                "client:4.4.0,retries=3 | client:4.4.0,retries=3: retries cannot be compared, because the suite sets it itself",
                "client:4.4.0,client.id=me | client:4.4.0,client.id=me: client.id cannot be compared",
                "broker:4.4.0,num.io.threads=4 | broker:4.4.0,num.io.threads=4: of brokers only transaction.version can be set, got 'num.io.threads'",
                "broker:4.4.0,transaction.version=3 | broker:4.4.0,transaction.version=3: expected transaction.version 1 or 2, got '3'",
                "lingr.ms=5 | lingr.ms=5: there is no setting 'lingr.ms'; did you mean 'linger.ms'?",
                "linger.ms=soon | linger.ms=soon: -p lingerMs: expected",
                "consumers=1 | consumers=1: expected consumers=0 or consumers=2 (one for each isolation level), got '1'",
                "nosuch.jar | nosuch.jar: there is no such file",
                "nosuch | 'nosuch' is no arm: expected a commit of this repository"
            })
    void what_is_no_arm_is_refused_with_the_cure(String text, String beginning) {
        assertThatThrownBy(() -> DuetArm.parse(text, name -> Optional.empty()))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(beginning);
    }

    private static DuetArm arm(String text) {
        return DuetArm.parse(text, name -> Optional.of(SHA));
    }
}
