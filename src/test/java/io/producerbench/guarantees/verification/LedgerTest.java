package io.producerbench.guarantees.verification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final long RUN = 42;

    @TempDir
    Path directory;

    Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("ledger");
    }

    @Test
    void sequences_count_per_producer_and_partition() {
        try (Ledger ledger = Ledger.open(file, RUN)) {
            assertThat(ledger.next(0, 0)).isEqualTo(new RecordId(RUN, 0, 0, 0));
            assertThat(ledger.next(0, 0)).isEqualTo(new RecordId(RUN, 0, 0, 1));
            assertThat(ledger.next(0, 1)).isEqualTo(new RecordId(RUN, 0, 1, 0));
            assertThat(ledger.next(1, 0)).isEqualTo(new RecordId(RUN, 1, 0, 0));
        }
    }

    @Test
    void an_attempt_is_never_sent_then_unknown_then_what_was_said() {
        try (Ledger ledger = Ledger.open(file, RUN)) {
            RecordId id = ledger.next(0, 3);
            int attempt = ledger.attempted(id, 5);
            assertThat(ledger.attempts()).containsExactly(new Attempt(id, 5, AttemptOutcome.NEVER_SENT, -1));

            ledger.entered(attempt);
            assertThat(ledger.attempts()).containsExactly(new Attempt(id, 5, AttemptOutcome.UNKNOWN, -1));

            ledger.settled(attempt, AttemptOutcome.ACKNOWLEDGED, 17);
            assertThat(ledger.attempts()).containsExactly(new Attempt(id, 5, AttemptOutcome.ACKNOWLEDGED, 17));
        }
    }

    @Test
    void transactions_are_open_until_ended_and_count_from_one() {
        try (Ledger ledger = Ledger.open(file, RUN)) {
            assertThat(ledger.begun()).isEqualTo(1);
            assertThat(ledger.begun()).isEqualTo(2);
            ledger.ended(1, TransactionOutcome.COMMITTED);

            assertThat(ledger.transactions())
                    .isEqualTo(Map.of(1, TransactionOutcome.COMMITTED, 2, TransactionOutcome.OPEN));
        }
    }

    @Test
    void the_file_says_the_same() {
        try (Ledger ledger = filled()) {
            assertThat(Ledger.read(file)).isEqualTo(new Ledger.Recorded(RUN, ledger.attempts(), ledger.transactions()));
            assertThat(ledger.attempts()).hasSize(4);
            assertThat(ledger.run()).isEqualTo(RUN);
        }
    }

    @Test
    void the_format_of_the_file_is_this() throws IOException {
        filled().close();

        assertThat(Files.readAllLines(file))
                .allMatch(line -> line.matches("[0-9a-f]{8} .*"))
                .extracting(line -> line.substring(9))
                .startsWith(
                        "opened 42",
                        "begun 1",
                        "attempted 0 42 0 0 0 1",
                        "entered 0",
                        "settled 0 ACKNOWLEDGED 100",
                        "ended 1 UNKNOWN");
        assertThat(Files.readAllLines(file).get(0)).isEqualTo("a9818766 opened 42");
    }

    @Test
    void cut_anywhere_it_says_what_was_on_file_by_then() throws IOException {
        Ledger.Recorded whole;
        try (Ledger ledger = filled()) {
            whole = Ledger.read(file);
            assertThat(whole.attempts()).isEqualTo(ledger.attempts());
        }
        byte[] bytes = Files.readAllBytes(file);
        int firstLine = Files.readAllLines(file).get(0).length() + 1;
        for (int length = firstLine; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));

            Ledger.Recorded cut = Ledger.read(file);
            assertThat(cut.attempts().size())
                    .isLessThanOrEqualTo(whole.attempts().size());
            for (int i = 0; i < cut.attempts().size(); i++) {
                Attempt attempt = cut.attempts().get(i);
                assertThat(attempt.outcome())
                        .isIn(whole.attempts().get(i).outcome(), AttemptOutcome.UNKNOWN, AttemptOutcome.NEVER_SENT);
            }
            int lines = (int) new String(bytes, 0, length, US_ASCII)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            Files.write(file, List.of(new String(bytes, US_ASCII).split("\n")).subList(0, lines));
            assertThat(Ledger.read(file)).isEqualTo(cut);
        }
    }

    @Test
    void a_torn_last_line_leaves_the_outcome_unknown() throws IOException {
        try (Ledger ledger = Ledger.open(file, RUN)) {
            int attempt = ledger.attempted(ledger.next(0, 0), 0);
            ledger.entered(attempt);
            ledger.settled(attempt, AttemptOutcome.ACKNOWLEDGED, 0);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(Ledger.read(file).attempts()).extracting(Attempt::outcome).containsExactly(AttemptOutcome.UNKNOWN);
    }

    @Test
    void a_damaged_line_is_an_error_that_names_it() throws IOException {
        filled().close();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(4, lines.get(4).replace("ACKNOWLEDGED 100", "ACKNOWLEDGED 101"));
        Files.write(file, lines);

        assertThatThrownBy(() -> Ledger.read(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("line 5 of the ledger " + file + ": expected a line that its CRC fits, got: ")
                .hasMessageEndingWith("settled 0 ACKNOWLEDGED 101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a9818766", "a9818766 ", "a9818767 opened 42"})
    void a_line_without_its_crc_is_an_error(String line) throws IOException {
        Files.write(file, List.of(line));

        assertThatThrownBy(() -> Ledger.read(file))
                .isInstanceOf(LedgerException.class)
                .hasMessage("line 1 of the ledger " + file + ": expected a line that its CRC fits, got: " + line);
    }

    @Test
    void a_line_that_is_missing_in_the_middle_is_an_error() throws IOException {
        filled().close();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.removeIf(line -> line.contains("attempted 1 "));
        Files.write(file, lines);

        assertThatThrownBy(() -> Ledger.read(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageEndingWith("expected one of 1 attempts, got: 1");
    }

    @Test
    void attempts_out_of_order_are_an_error() {
        LedgerBalance balance = new LedgerBalance();

        assertThatThrownBy(() -> balance.attempted(1, new RecordId(RUN, 0, 0, 0), 0))
                .hasMessage("expected attempt 0, got: 1");
        assertThatThrownBy(() -> balance.ended(1, TransactionOutcome.ABORTED))
                .hasMessage("expected one of 0 transactions, got: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settled 0", "closed 0", "attempted 0 42 0 0 0", "settled 0 LOST 1", "entered x"})
    void an_entry_that_is_none_is_an_error(String text) {
        assertThatThrownBy(() -> LedgerEntry.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_without_a_beginning_is_no_ledger() throws IOException {
        Files.write(file, new byte[0]);

        assertThatThrownBy(() -> Ledger.read(file))
                .isInstanceOf(LedgerException.class)
                .hasMessage("expected a ledger that was opened, got: " + file);
    }

    @Test
    void a_file_that_is_there_is_not_written_over_and_one_that_is_not_cannot_be_read() throws IOException {
        assertThatThrownBy(() -> Ledger.read(file))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("could not read the ledger " + file);
        Files.write(file, new byte[] {1});

        assertThatThrownBy(() -> Ledger.open(file, RUN))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("could not create a new ledger " + file);
        assertThat(Files.size(file)).isEqualTo(1);
    }

    @Test
    void what_cannot_be_written_is_not_remembered_either() {
        Ledger ledger = Ledger.open(file, RUN);
        ledger.close();

        assertThatThrownBy(() -> ledger.attempted(ledger.next(0, 0), 0)).isInstanceOf(LedgerException.class);
        assertThat(ledger.attempts()).isEmpty();
    }

    @Test
    void writers_on_several_threads_get_each_their_own_lines() throws InterruptedException {
        try (Ledger ledger = Ledger.open(file, RUN)) {
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(producer -> new Thread(() -> {
                        for (int i = 0; i < 500; i++) {
                            int attempt = ledger.attempted(ledger.next(producer, 0), 0);
                            ledger.entered(attempt);
                            ledger.settled(attempt, AttemptOutcome.ACKNOWLEDGED, attempt);
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }

            List<Attempt> attempts = Ledger.read(file).attempts();
            assertThat(attempts).hasSize(2_000).isEqualTo(ledger.attempts());
            assertThat(attempts).extracting(Attempt::id).doesNotHaveDuplicates();
            assertThat(IntStream.range(0, 2_000).filter(i -> attempts.get(i).offset() != i))
                    .isEmpty();
        }
    }

    /** A ledger with an entry of each kind. */
    private Ledger filled() {
        Ledger ledger = Ledger.open(file, RUN);
        int transaction = ledger.begun();
        int acknowledged = ledger.attempted(ledger.next(0, 0), transaction);
        ledger.entered(acknowledged);
        ledger.settled(acknowledged, AttemptOutcome.ACKNOWLEDGED, 100);
        ledger.ended(transaction, TransactionOutcome.UNKNOWN);
        int rejected = ledger.attempted(ledger.next(3, 2), 0);
        ledger.entered(rejected);
        ledger.settled(rejected, AttemptOutcome.REJECTED, -1);
        ledger.entered(ledger.attempted(ledger.next(3, 2), 0));
        ledger.attempted(ledger.next(3, 2), 0);
        ledger.begun();
        return ledger;
    }
}
