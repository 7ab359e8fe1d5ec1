package io.producerbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.results.RunDirectory;
import io.producerbench.run.FinishedRows.Gone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run may be killed after any byte that it writes. Each test goes through all of them: it puts on
 * the disk what the killed run had written until then, goes on, and looks at what comes out.
 */
class CrashTest {
    /** One of them has two lines and quotes. */
    private static final List<String> WORDS = List.of("one", "\"two\"\nlines", "three");

    @TempDir
    Path results;

    private RunDirectory run;

    @BeforeEach
    void begin() {
        run = RunDirectory.create(results, "run", RunDirectory.SCRATCH);
    }

    @Test
    void a_run_that_is_killed_after_any_byte_goes_on_exactly() {
        List<KilledRun> killed = killed(0);

        for (KilledRun at : killed) {
            at.restore(run);
            assertThat(goOn()).isEqualTo(FinishedRowsTest.TABLE.text(WORDS));
        }
        assertThat(killed).hasSizeGreaterThan(300);
    }

    @Test
    void and_so_does_one_that_is_killed_again_while_it_goes_on() {
        List<KilledRun> killed = killed(0);
        int rounds = 0;

        for (int first = 0; first < killed.size(); first += 29) {
            killed.get(first).restore(run);
            List<KilledRun> again =
                    killed(rows().recover(Gone.REFUSED, line -> {}).size());
            for (int second = first % 19; second < again.size(); second += 19) {
                again.get(second).restore(run);
                assertThat(goOn()).isEqualTo(FinishedRowsTest.TABLE.text(WORDS));
                rounds++;
            }
        }
        assertThat(rounds).isGreaterThan(100);
    }

    /** Writes the rest of the rows, and returns what was on the disk after each byte of them. */
    private List<KilledRun> killed(int finished) {
        List<KilledRun> killed = new ArrayList<>();
        for (String word : WORDS.subList(finished, WORDS.size())) {
            killed.addAll(KilledRun.during(() -> append(word), run, Integer.MAX_VALUE));
        }
        return killed;
    }

    /** Returns the file after the run has gone on to its end. */
    private String goOn() {
        List<String> told = new ArrayList<>();
        int finished = rows().recover(Gone.REFUSED, told::add).size();
        WORDS.subList(finished, WORDS.size()).forEach(this::append);
        assertThat(rows().recover(Gone.REFUSED, told::add)).hasSize(WORDS.size());
        assertThat(told).isEmpty();
        try {
            return Files.readString(run.samples());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String word) {
        try {
            Path rests = run.path().resolve(word.length() + ".hlog");
            Files.writeString(rests, word);
            rows().append(word, List.of(rests));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FinishedRows<String> rows() {
        return new FinishedRows<>(run, run.samples(), FinishedRowsTest.TABLE);
    }
}
