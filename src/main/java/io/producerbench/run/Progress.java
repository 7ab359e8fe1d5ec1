package io.producerbench.run;

import java.util.function.UnaryOperator;

/** Takes the lines that tell a person how a run is getting on. */
@FunctionalInterface
public interface Progress {
    /** Shows a line that stays. */
    void report(String line);

    /**
     * Shows how far the run has come. A terminal may replace this line by the next one; anywhere
     * else it stays.
     */
    default void passing(String line) {
        report(line);
    }

    /** Ends a line that the next one would replace, because something else prints now. */
    default void settle() {}

    /** Returns the same with every line rewritten. */
    default Progress rewritten(UnaryOperator<String> rewriting) {
        Progress plain = this;
        return new Progress() {
            @Override
            public void report(String line) {
                plain.report(rewriting.apply(line));
            }

            @Override
            public void passing(String line) {
                plain.passing(rewriting.apply(line));
            }

            @Override
            public void settle() {
                plain.settle();
            }
        };
    }
}
