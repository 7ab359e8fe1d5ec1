package io.producerbench.process;

import io.producerbench.failure.FailedStepException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ends work that waits for brokers as soon as there is a reason why it would wait in vain. Without
 * it a producer waits for minutes for brokers that are dead.
 */
public final class FailureWatch implements AutoCloseable {
    private static final long PERIOD_MS = 1_000;

    private final Supplier<Optional<String>> question;
    private final Runnable end;
    private Optional<String> reason = Optional.empty();
    private boolean closed;

    private FailureWatch(Supplier<Optional<String>> question, Runnable end) {
        this.question = question;
        this.end = end;
    }

    /**
     * Begins to ask once a second, from another thread. More often would cost brokers in containers
     * a share of a processor.
     *
     * @param question returns the reason to end the work; empty while there is none
     * @param end ends it; called once at most, and never after {@link #close()}
     */
    public static FailureWatch over(Supplier<Optional<String>> question, Runnable end) {
        FailureWatch watch = new FailureWatch(question, end);
        Thread thread = new Thread(watch::ask, "failure-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** Does the work in this thread, and interrupts it as soon as there is a reason to. */
    public static <T> T during(Supplier<T> work, Supplier<Optional<String>> question) {
        FailureWatch watch = over(question, Thread.currentThread()::interrupt);
        try (watch) {
            return work.get();
        } catch (RuntimeException e) {
            throw watch.reason()
                    .<RuntimeException>map(reason -> new FailedStepException(reason, e))
                    .orElse(e);
        } finally {
            watch.clearInterrupt();
        }
    }

    private void clearInterrupt() {
        if (reason().isPresent()) {
            Thread.interrupted();
        }
    }

    private synchronized void ask() {
        while (!closed && reason.isEmpty()) {
            reason = question.get();
            if (reason.isPresent()) {
                end.run();
            }
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.timedWait(this, PERIOD_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Returns why the work was ended; empty if it was not. */
    public synchronized Optional<String> reason() {
        return reason;
    }

    /** When this returns, the work is no longer watched. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
