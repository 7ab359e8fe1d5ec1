package io.producerbench.report.page;

import io.producerbench.results.RunKeys;
import java.util.List;
import java.util.Locale;

/** How a run is cited: the line and the BibTeX entry that name exactly what was measured. */
final class Citation {
    private static final String AUTHOR = "kafka-producer-bench contributors";

    private Citation() {}

    static String line(ReportedRun run) {
        return AUTHOR + ": run " + id(run) + ", commit " + commit(run) + ", "
                + run.measured().map(RunTable::name).orElse("") + " SHA-256 "
                + run.measured().map(RunTable::sha256).orElse("");
    }

    static String bibtex(ReportedRun run) {
        return String.format(
                Locale.ROOT,
                "@misc{producerbench-%s,%n  author = {{%s}},%n  title = {kafka-producer-bench, run %s},%n  year = {%s},%n"
                        + "  note = {commit %s; %s SHA-256 %s}%n}",
                braced(id(run)),
                AUTHOR,
                braced(id(run)),
                braced(year(run)),
                braced(commit(run)),
                run.measured().map(RunTable::name).orElse(""),
                run.measured().map(RunTable::sha256).orElse(""));
    }

    /** Returns the text without what would end or begin a part of an entry. */
    private static String braced(String text) {
        return text.replaceAll("[{}\\\\%,]", "");
    }

    private static String id(ReportedRun run) {
        return run.shared(RunKeys.RUN_ID);
    }

    private static String year(ReportedRun run) {
        return List.of(id(run).split("T")).get(0).replaceAll("(?<=^\\d{4}).*", "");
    }

    private static String commit(ReportedRun run) {
        return run.shared(RunKeys.COMMIT) + (run.shared(RunKeys.DIRTY).equals("true") ? " with changes" : "");
    }
}
