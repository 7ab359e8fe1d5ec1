package io.producerbench.hosts;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits until all hosts' tasks are as far, and finds out meanwhile whether one has failed.
 *
 * @param own facts of this host, which every load host must share
 * @param brokerProblem why waiting is in vain; empty while it is not
 */
record TaskWait(
        List<HostTask> tasks, CoordinatorProcess coordinator, HostFacts own, Supplier<Optional<String>> brokerProblem) {
    private static final long POLL_MS = 200;

    /**
     * Returns when all tasks are as far.
     *
     * @throws HostFailure if a host has failed, or is not as far within the limit
     * @throws IOException if the coordinator is silent, or the brokers cannot go on
     */
    void until(Predicate<HostTask> far, Duration limit) throws IOException, HostFailure {
        long begun = System.nanoTime();
        long answered = begun;
        while (true) {
            if (look()) {
                answered = System.nanoTime();
            } else if (System.nanoTime() - answered > HostTask.LONGEST_SILENCE.toNanos()) {
                throw new IOException(
                        "it has not answered for " + HostTask.LONGEST_SILENCE.toSeconds() + " s; is it stopped?");
            }
            if (tasks.stream().allMatch(far)) {
                return;
            }
            Optional<String> problem = brokerProblem.get();
            if (problem.isPresent()) {
                throw new IOException("the load was ended: " + problem.get());
            }
            if (System.nanoTime() - begun > limit.toNanos()) {
                HostTask slowest =
                        tasks.stream().filter(far.negate()).findFirst().orElseThrow();
                throw new HostFailure(
                        slowest.host(), "was not as far as the others within " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    /**
     * Looks at all tasks once. Returns false if the coordinator did not answer, which a busy machine
     * may cause now and then.
     */
    private boolean look() throws HostFailure {
        RestClient rest = coordinator.rest();
        try {
            for (HostTask task : tasks) {
                task.look(rest);
                requireSame(task);
            }
            return true;
        } catch (IOException notNow) {
            return false;
        }
    }

    private void requireSame(HostTask task) throws HostFailure {
        Optional<String> difference = task.facts().flatMap(own::difference);
        if (difference.isPresent()) {
            throw new HostFailure(task.host(), difference.get() + "; give all hosts the same build");
        }
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the load hosts measured", e);
        }
    }
}
