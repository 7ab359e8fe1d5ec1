package io.producerbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that must not change unnoticed, kept under {@code src/test/resources}. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources/io/producerbench");
    private static final Path GOT = Path.of("target/golden");

    private static final int TERMINAL = 80;

    private Golden() {}

    /** The file that holds it. */
    public static Path file(String name) {
        return RESOURCES.resolve(name);
    }

    /**
     * Fails if {@code got} is not to the letter what the file says, and leaves it in {@code target}
     * to be compared.
     */
    public static void assertSame(String name, String got) throws IOException {
        assertSame(file(name), GOT.resolve(name + ".got"), got);
    }

    /** Does the same for a page of the documentation that is generated. */
    public static void assertPage(String page, String got) throws IOException {
        assertSame(Path.of("docs", page), GOT.resolve("docs").resolve(page + ".got"), got);
    }

    /** Fails if a line is wider than a terminal. */
    public static void assertFitsTerminal(String text) {
        text.lines().filter(line -> line.length() > TERMINAL).findFirst().ifPresent(line -> {
            throw new AssertionError("wider than " + TERMINAL + " columns: " + line);
        });
    }

    private static void assertSame(Path expected, Path written, String got) throws IOException {
        if (Files.exists(expected) && Files.readString(expected, UTF_8).equals(got)) {
            return;
        }
        Files.createDirectories(written.getParent());
        Files.writeString(written, got, UTF_8);
        throw new AssertionError("not what " + expected + " says: diff it with " + written
                + ", and copy that over it if the change is meant");
    }
}
