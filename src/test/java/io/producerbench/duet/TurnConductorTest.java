package io.producerbench.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.duet.TurnConductor.Seat;
import io.producerbench.duet.TurnConductor.TurnLimit;
import io.producerbench.failure.FailedStepException;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TurnConductorTest {
    private static final int PAIRS = 40;
    private static final long PID = (1L << 32) + 258;

    private final TurnConductor conductor = TurnConductor.open(new TurnLimit(Duration.ofSeconds(60), () -> {}));
    /** A thread for each fork. The common pool has only one worker on two cores, and both forks block. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final List<String> turns = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        conductor.close();
        threads.shutdown();
    }

    /** A fork that only writes down when its turn begins and ends. */
    private CompletableFuture<Void> fork(String name, int lastTurn) {
        return CompletableFuture.runAsync(
                () -> {
                    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), conductor.port())) {
                        new DataOutputStream(socket.getOutputStream()).writeLong(PID);
                        for (int turn = 0; turn < lastTurn; turn++) {
                            socket.getOutputStream().write(1);
                            socket.getInputStream().read();
                            turns.add(name + " begins");
                            turns.add(name + " ends");
                        }
                        socket.getOutputStream().write(1);
                        socket.getInputStream().read();
                        turns.add(name + " over");
                    } catch (IOException e) {
                        turns.add(name + " lost");
                    }
                },
                threads);
    }

    @Test
    void one_fork_at_a_time_has_the_turn_and_every_pair_has_both() {
        CompletableFuture<Void> base = fork("base", PAIRS);
        try (Seat baseSeat = conductor.seat(base::isDone)) {
            CompletableFuture<Void> other = fork("new", PAIRS);
            try (Seat otherSeat = conductor.seat(other::isDone)) {
                TurnConductor.conduct(baseSeat, otherSeat, PAIRS, new Random(5));
                CompletableFuture.allOf(base, other).join();
            }
        }

        assertThat(turns).hasSize(4 * PAIRS + 2).endsWith(turns.get(4 * PAIRS), turns.get(4 * PAIRS + 1));
        Random coin = new Random(5);
        for (int pair = 0; pair < PAIRS; pair++) {
            String first = coin.nextBoolean() ? "base" : "new";
            String second = first.equals("base") ? "new" : "base";
            assertThat(turns.subList(4 * pair, 4 * pair + 4))
                    .containsExactly(first + " begins", first + " ends", second + " begins", second + " ends");
        }
        assertThat(turns.subList(4 * PAIRS, 4 * PAIRS + 2)).containsExactlyInAnyOrder("base over", "new over");
    }

    @Test
    void a_fork_that_ends_before_its_last_turn_ends_the_pair() {
        CompletableFuture<Void> base = fork("base", PAIRS);
        try (Seat baseSeat = conductor.seat(base::isDone)) {
            CompletableFuture<Void> other = fork("new", 3);
            try (Seat otherSeat = conductor.seat(other::isDone)) {
                assertThatThrownBy(() -> TurnConductor.conduct(baseSeat, otherSeat, PAIRS, new Random(5)))
                        .isInstanceOf(FailedStepException.class);
            }
        }
        base.join();
    }

    @Test
    void a_fork_that_hangs_in_its_turn_ends_the_pair() throws IOException {
        AtomicInteger ended = new AtomicInteger();
        TurnLimit soon = new TurnLimit(Duration.ofMillis(300), ended::incrementAndGet);
        try (TurnConductor impatient = TurnConductor.open(soon);
                Socket hanging = new Socket(InetAddress.getLoopbackAddress(), impatient.port())) {
            new DataOutputStream(hanging.getOutputStream()).writeLong(PID);
            hanging.getOutputStream().write(1);
            try (Seat seat = impatient.seat(() -> false)) {
                assertThatThrownBy(() -> TurnConductor.conduct(seat, seat, 1, new Random(5)))
                        .isInstanceOf(FailedStepException.class)
                        .hasMessageContaining("the fork did not end its turn within");
                assertThat(ended).hasValue(1);
            }
        }
    }

    @Test
    void a_seat_knows_the_process_of_its_fork() {
        CompletableFuture<Void> base = fork("base", 0);
        try (Seat seat = conductor.seat(base::isDone)) {
            assertThat(seat.pid()).isEqualTo(PID);
        }
        base.join();
    }

    @Test
    void a_fork_that_never_connects_has_no_seat() {
        assertThatThrownBy(() -> conductor.seat(() -> true)).isInstanceOf(FailedStepException.class);
    }
}
