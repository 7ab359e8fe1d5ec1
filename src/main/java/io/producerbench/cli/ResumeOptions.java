package io.producerbench.cli;

import io.producerbench.failure.UsageException;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which stopped run goes on. */
final class ResumeOptions {
    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with a run that was stopped, by its own options; finished rows stay as they are.")
    private Path resume;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Returns the run's directory; empty for a new run. */
    Optional<Path> directory() {
        return Optional.ofNullable(resume)
                .map(directory -> directory.toAbsolutePath().normalize());
    }

    /**
     * Returns what the plan of the run says; empty for a new run.
     *
     * @param kind the command's
     * @param beside the options that may be given too
     * @param rest the arguments that are no option of ours, of which there may be none
     * @throws UsageException if more is given, or if the directory holds no run of this kind that
     *     can go on
     */
    Optional<Map<?, ?>> plan(RunKind kind, List<String> beside, List<String> rest) {
        if (resume == null) {
            return Optional.empty();
        }
        List<String> allowed = new ArrayList<>(beside);
        allowed.addAll(List.of("--resume", RunOptions.BESIDE));
        boolean isAlone = spec.commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .allMatch(allowed::contains);
        if (!isAlone || !rest.isEmpty()) {
            throw tooMuch();
        }
        return Optional.of(RunPlan.resumable(kind, new RunDirectory(directory().orElseThrow())));
    }

    /** Returns the error that more is given than may be. */
    UsageException tooMuch() {
        return new UsageException("--resume " + resume + ": the run continues with its own options; give no others");
    }
}
