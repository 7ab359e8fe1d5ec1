package io.producerbench;

import io.producerbench.cli.CheckedOutput;
import io.producerbench.cli.CommandLineInterface;
import io.producerbench.cli.ExitCode;
import io.producerbench.environment.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/** The entry point: arguments in, exit code out. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CheckedOutput stdout = new CheckedOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = stdout.print(charset());
        System.setOut(out); // because JMH writes some answers there
        ExitCode code = run(out, System.err, Terminal.here(), arguments);
        System.exit(stdout.checked(code, System.err).code());
    }

    /**
     * Runs the command in one locale, wherever it runs, because JMH writes the numbers in its files
     * as the default locale has them.
     */
    static ExitCode run(PrintStream out, PrintStream err, Terminal terminal, String... arguments) {
        Locale.setDefault(Locale.US);
        return new CommandLineInterface(out, err, terminal).run(arguments);
    }

    /** Returns the charset that Java itself would use; its name has changed with Java 19. */
    private static Charset charset() {
        String old = System.getProperty(
                "sun.stdout.encoding", Charset.defaultCharset().name());
        return Charset.forName(System.getProperty("stdout.encoding", old));
    }
}
