package io.producerbench;

import io.producerbench.cli.CheckedOutput;
import io.producerbench.cli.CommandLineInterface;
import io.producerbench.cli.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** The entry point: arguments in, exit code out. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CheckedOutput stdout = new CheckedOutput(new FileOutputStream(FileDescriptor.out));
        PrintStream out = stdout.print(charset());
        System.setOut(out); // because JMH writes some answers there
        ExitCode code = new CommandLineInterface(out, System.err).run(arguments);
        System.exit(stdout.checked(code, System.err).code());
    }

    /** Returns the charset that Java itself would use; its name has changed with Java 19. */
    private static Charset charset() {
        String old = System.getProperty(
                "sun.stdout.encoding", Charset.defaultCharset().name());
        return Charset.forName(System.getProperty("stdout.encoding", old));
    }
}
