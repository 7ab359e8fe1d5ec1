package io.producerbench.environment;

import java.nio.file.Path;

/**
 * The commit that is checked out, and whether the files differ from it.
 *
 * @param dirty whether any file outside {@code results/} differs; the files of one run do not make
 *     the next run dirty
 */
public record GitState(String commit, boolean dirty) {
    /**
     * There is no git, no repository, or no commit yet. Its {@code dirty} is false although nothing
     * is known of the files.
     */
    public static final GitState UNKNOWN = new GitState("unknown", false);

    private static final int SHORT_COMMIT_LENGTH = 7;

    /** Returns the state of a working tree, or {@link #UNKNOWN} if git does not answer. */
    public static GitState of(Path projectDirectory) {
        Git git = new Git(projectDirectory);
        return git.ask("rev-parse", "HEAD")
                .flatMap(commit -> git.ask(
                                "status", "--porcelain", "--untracked-files=normal", "--", ".", ":(exclude)results")
                        .map(changes -> new GitState(commit, !changes.isEmpty())))
                .orElse(UNKNOWN);
    }

    /** Returns the first seven characters of the commit. The word unknown has seven too. */
    public String shortCommit() {
        return commit.substring(0, Math.min(SHORT_COMMIT_LENGTH, commit.length()));
    }
}
