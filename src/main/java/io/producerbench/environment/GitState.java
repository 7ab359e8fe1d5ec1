package io.producerbench.environment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Which commit is checked out, and whether the files differ from it. {@code dirty} looks at everything but
 * {@code results/}, so that the files of one run do not make the next one dirty.
 */
public record GitState(String commit, boolean dirty) {
    /**
     * No git, no repository, or no commit yet. Its {@code dirty} is false because nothing is known, not because anything
     * is clean.
     */
    public static final GitState UNKNOWN = new GitState("unknown", false);

    private static final long TIMEOUT_SECONDS = 10;
    private static final int SHORT_COMMIT_LENGTH = 7;

    /** The state of a working tree, or {@link #UNKNOWN} unless git answers both questions within ten seconds each. */
    public static GitState of(Path projectDirectory) {
        return git(projectDirectory, "rev-parse", "HEAD")
                .flatMap(commit -> git(
                                projectDirectory,
                                "status",
                                "--porcelain",
                                "--untracked-files=normal",
                                "--",
                                ".",
                                ":(exclude)results")
                        .map(changes -> new GitState(commit, !changes.isEmpty())))
                .orElse(UNKNOWN);
    }

    /** The commit that a name stands for in a repository: {@code HEAD~3}, a tag, a branch. Empty if it stands for none. */
    public static Optional<String> commitOf(Path projectDirectory, String name) {
        return git(projectDirectory, "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
    }

    /** The files below {@code directory} that are under version control, relative to it; empty if nobody knows. */
    public static Optional<List<String>> trackedFiles(Path directory) {
        return git(directory, "ls-files", "-z", "--", ".").map(files -> List.of(files.split("\0")));
    }

    /** The first seven characters; the word unknown happens to have as many. */
    public String shortCommit() {
        return commit.substring(0, Math.min(SHORT_COMMIT_LENGTH, commit.length()));
    }

    private static Optional<String> git(Path directory, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder("git");
        builder.command().addAll(List.of(arguments));
        builder.directory(directory.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // Set in a git hook, and then they name another repository than the directory's.
        builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"));
        // Looking must not take the index lock from somebody who is committing.
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            return output(builder.start());
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }

    private static Optional<String> output(Process process) throws IOException {
        process.onExit().orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        process.getOutputStream().close();
        try (InputStream stdout = process.getInputStream()) {
            String text = new String(stdout.readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.onExit().join().exitValue() == 0 ? Optional.of(text) : Optional.empty();
        }
    }
}
