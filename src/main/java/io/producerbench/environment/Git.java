package io.producerbench.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Git in one directory.
 *
 * @param directory in a repository or not
 */
public record Git(Path directory) {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration CHANGE_LIMIT = Duration.ofDays(1);
    /** A git hook sets them, and then they name another repository than the directory's. */
    private static final List<String> OTHER_REPOSITORY = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE");

    /**
     * Returns what git prints, or empty if it does not answer with exit code 0 within ten seconds:
     * because there is no git, no repository, or no such thing.
     */
    public Optional<String> ask(String... arguments) {
        ProcessBuilder builder = builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD);
        // A question must not take the index lock, because the user may be committing.
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process process = builder.start();
            String output = output(process, ANSWER_LIMIT);
            return process.exitValue() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    /**
     * Lets git change something, however long that takes. Returns empty if git did so, otherwise
     * what failed: the command, its exit code and what git said.
     */
    public Optional<String> failureOf(String... arguments) {
        String command = "git " + String.join(" ", arguments);
        try {
            Process process = builder(arguments).redirectErrorStream(true).start();
            String said = output(process, CHANGE_LIMIT);
            int code = process.exitValue();
            return code == 0 ? Optional.empty() : Optional.of(command + " failed with exit code " + code + ": " + said);
        } catch (IOException noGit) {
            return Optional.of(command + " could not be run in " + directory + ": " + noGit.getMessage());
        }
    }

    /**
     * Returns the commit that a name stands for: {@code HEAD~3}, a tag, a branch. Empty if it
     * stands for none.
     */
    public Optional<String> commit(String name) {
        return ask("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
    }

    /**
     * Returns the files below the directory that are under version control, relative to it; empty
     * if git does not answer.
     */
    public Optional<List<String>> trackedFiles() {
        return ask("ls-files", "-z", "--", ".").map(files -> List.of(files.split("\0")));
    }

    private ProcessBuilder builder(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder("git").directory(directory.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeAll(OTHER_REPOSITORY);
        return builder;
    }

    /** Returns all that the process prints. When this returns, it has ended. */
    private static String output(Process process, Duration limit) throws IOException {
        process.onExit()
                .orTimeout(limit.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly());
        process.getOutputStream().close();
        try (InputStream stdout = process.getInputStream()) {
            String text = new String(stdout.readAllBytes(), StandardCharsets.UTF_8).strip();
            process.onExit().join();
            return text;
        }
    }
}
