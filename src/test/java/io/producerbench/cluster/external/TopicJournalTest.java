package io.producerbench.cluster.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicJournalTest {

    @TempDir
    Path directory;

    @Test
    void what_was_created_and_not_deleted_outlives_the_one_who_wrote_it() {
        Path file = directory.resolve("journal");
        Uuid first = Uuid.randomUuid();
        Uuid second = Uuid.randomUuid();
        TopicJournal journal = TopicJournal.open(file);

        journal.created("one", first);
        journal.created("two", second);
        journal.deleted("one", first);

        assertThat(journal.ours()).isEqualTo(Map.of("two", second));
        assertThat(TopicJournal.open(file).ours()).isEqualTo(Map.of("two", second));
        assertThat(TopicJournal.open(file).id("two")).contains(second);
        assertThat(TopicJournal.open(file).id("one")).isEmpty();
    }

    @Test
    void a_topic_of_another_id_is_another_topic() {
        Path file = directory.resolve("journal");
        Uuid ours = Uuid.randomUuid();
        TopicJournal journal = TopicJournal.open(file);

        journal.created("one", ours);
        journal.deleted("one", Uuid.randomUuid());

        assertThat(journal.id("one")).contains(ours);
        assertThat(TopicJournal.open(file).id("one")).contains(ours);
    }

    @Test
    void a_torn_last_line_is_as_none_and_spoils_no_other() throws IOException {
        Path file = directory.resolve("journal");
        Uuid first = Uuid.randomUuid();
        Uuid second = Uuid.randomUuid();
        TopicJournal.open(file).created("one", first);
        Files.writeString(file, "created torn AAAA", StandardOpenOption.APPEND);

        TopicJournal.open(file).created("two", second);

        assertThat(TopicJournal.open(file).ours()).isEqualTo(Map.of("one", first, "two", second));
    }
}
