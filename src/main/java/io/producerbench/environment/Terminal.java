package io.producerbench.environment;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What the standard streams can show.
 *
 * @param colours whether stdout may be coloured: a terminal, unless {@code NO_COLOR} or a dumb one
 *     forbids it
 * @param rewrites whether a line on stderr can be written over
 */
public record Terminal(boolean colours, boolean rewrites) {
    /** Streams of which nothing is known: files, pipes, tests. */
    public static final Terminal NONE = new Terminal(false, false);

    private static final int OUT = 1;
    private static final int ERR = 2;

    /** Returns what this process prints to. */
    public static Terminal here() {
        return of(System.getenv(), Terminal::isTerminal);
    }

    /** @param isTerminal tells whether the file descriptor of that number is a terminal */
    static Terminal of(Map<String, String> environment, IntPredicate isTerminal) {
        String kind = environment.getOrDefault("TERM", "dumb");
        if (kind.isEmpty() || kind.equals("dumb")) {
            return NONE;
        }
        boolean mayColour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(mayColour && isTerminal.test(OUT), isTerminal.test(ERR));
    }

    /** Asks {@code test -t}, because Java knows only whether stdin and stdout both are terminals. */
    private static boolean isTerminal(int descriptor) {
        try {
            return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
                            .redirectOutput(Redirect.INHERIT)
                            .redirectError(Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // a system without this command gets plain lines
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
