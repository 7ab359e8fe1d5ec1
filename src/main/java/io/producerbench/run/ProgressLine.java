package io.producerbench.run;

import java.io.PrintStream;

/** Shows progress on a terminal: how far the run has come, in one line that is written over. */
public final class ProgressLine implements Progress {
    /** One less than the usual width, because some terminals wrap a full line. */
    private static final int WIDTH = 79;

    private final PrintStream err;
    private int shown;

    public ProgressLine(PrintStream err) {
        this.err = err;
    }

    @Override
    public synchronized void report(String line) {
        settle();
        err.println(line);
    }

    @Override
    public synchronized void passing(String line) {
        String fitting = fitting(line);
        err.print("\r" + fitting + " ".repeat(Math.max(0, shown - fitting.length())));
        err.flush();
        shown = fitting.length();
    }

    /** Wipes the line, because what follows says more. */
    @Override
    public synchronized void settle() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }

    /** Leaves out the middle of a long line, because the time left stands at its end. */
    private static String fitting(String line) {
        int tail = WIDTH / 2;
        return line.length() <= WIDTH
                ? line
                : line.substring(0, WIDTH - tail - 1) + "…" + line.substring(line.length() - tail);
    }
}
