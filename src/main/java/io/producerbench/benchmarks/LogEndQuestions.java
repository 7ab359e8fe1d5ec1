package io.producerbench.benchmarks;

import io.producerbench.load.LogEnd;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Reads the brokers' log end at an edge of a window, while records flow.
 *
 * @param client reads the client's own counts
 * @param isAlone true if no other load host writes to the topic
 */
record LogEndQuestions(LogEnd logEnd, RecordFlow flow, Supplier<ClientCount> client, boolean isAlone)
        implements AutoCloseable {
    private static final int MOST_QUESTIONS = 5;

    /**
     * Reads the brokers' log end. With transactions it reads between two of them, when nothing is
     * in flight, so the reading is exact. Otherwise records flow meanwhile, and a reading that took
     * long says little about a short window. It is repeated then, and the reading closest to the
     * client's own count is taken. That hides a lag, which passes, but not a record that was
     * counted and is not in the log, which stays.
     *
     * @param isOver true once it is not to be repeated, because other load hosts wait for this one
     */
    LogEndReading read(BooleanSupplier isOver) {
        if (flow.isTransactional()) {
            flow.fillTransactions();
            LogEndReading reading = LogEndReading.ask(logEnd, client);
            reading.awaitAnswer();
            return reading;
        }
        LogEndReading closest = readWhileSending();
        for (int asked = 1;
                asked < MOST_QUESTIONS && recordsApart(closest) > MaxRate.RECORDS && !isOver.getAsBoolean();
                asked++) {
            LogEndReading next = readWhileSending();
            closest = recordsApart(next) < recordsApart(closest) ? next : closest;
        }
        return closest;
    }

    /** Of several hosts none knows how many records there ought to be. */
    private long recordsApart(LogEndReading reading) {
        return isAlone ? reading.recordsApart() : reading.recordsMeanwhile();
    }

    private LogEndReading readWhileSending() {
        LogEndReading reading = LogEndReading.ask(logEnd, client);
        flow.sendUntil(reading::isAnswered);
        return reading;
    }

    @Override
    public void close() {
        logEnd.close();
    }
}
