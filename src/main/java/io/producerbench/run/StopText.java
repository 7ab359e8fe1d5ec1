package io.producerbench.run;

import io.producerbench.results.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the user is told of a run that did not come to its end. */
record StopText(String command, boolean begun, Optional<RunDirectory> kept) {
    /**
     * @param command the subcommand
     * @param directory of the run; it is kept only if something was measured in it
     */
    static StopText of(String command, Optional<RunDirectory> directory) {
        return new StopText(command, directory.isPresent(), directory.filter(RunDirectory::hasRows));
    }

    /** Returns the lines after a signal. */
    List<String> stopped(String doing) {
        List<String> lines = new ArrayList<>(
                List.of("run-bench: stopped while " + doing + (nothing() ? "; nothing was measured yet" : "")));
        lines.addAll(goOn());
        return lines;
    }

    private boolean nothing() {
        return begun && kept.isEmpty();
    }

    /**
     * Returns the line that says how the run goes on, or that it is complete; none if nothing was
     * measured.
     */
    List<String> goOn() {
        return kept.map(run -> List.of(
                        run.isComplete()
                                ? "all was measured; " + GoOn.toReport(GoOn.shown(run.path()))
                                : "what was measured is kept; " + GoOn.with(command, GoOn.shown(run.path()))))
                .orElse(List.of());
    }

    /** Returns the line that names the directory; none if nothing was measured. */
    List<String> results() {
        return kept.map(run -> List.of(results(run.path()))).orElse(List.of());
    }

    /** Returns the last line on stdout of every run. */
    static String results(Path directory) {
        return "results: " + GoOn.shown(directory);
    }
}
