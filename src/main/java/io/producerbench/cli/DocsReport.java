package io.producerbench.cli;

import io.producerbench.calibration.ArmSampleColumns;
import io.producerbench.calibration.CalibrationColumns;
import io.producerbench.calibration.discrimination.DiscriminationText;
import io.producerbench.calibration.discrimination.SlotBlock;
import io.producerbench.duet.DuetColumns;
import io.producerbench.duet.DuetSummaryColumns;
import io.producerbench.guarantees.experiments.SettingsColumns;
import io.producerbench.guarantees.experiments.TrialColumns;
import io.producerbench.hosts.HostColumns;
import io.producerbench.report.docs.Docs;
import io.producerbench.report.docs.Docs.FileColumns;
import io.producerbench.report.picture.Pictures;
import io.producerbench.results.Column;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.SampleColumns;
import io.producerbench.results.SummaryColumns;
import io.producerbench.results.trials.TrialSummaryColumns;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does what {@code report --docs} asks for. */
final class DocsReport {
    private static final List<DocPicture> PICTURES = List.of(
            DocPicture.of("rate-1024B", "sweep"),
            DocPicture.of("curve-p99-50ms-1024B", "curve"),
            DocPicture.of("visible-1024B", "visible"),
            new DocPicture("waits-1024B", "visible-1024B", "waits"));

    /**
     * A picture that a page shows.
     *
     * @param file its name among those of all pages
     * @param name its name among those of its run
     * @param source the name of its run in {@code docs/sources.json}
     */
    private record DocPicture(String file, String name, String source) {
        static DocPicture of(String name, String source) {
            return new DocPicture(name, name, source);
        }
    }

    private DocsReport() {}

    static ExitCode write(PrintStream out) {
        List<Path> written = Docs.write(pages(Checkout.home()));
        written.forEach(page -> out.println("written: " + RunOptions.display(page)));
        if (written.isEmpty()) {
            out.println("nothing to do: the pages say what the runs say");
        }
        return ExitCode.DONE;
    }

    /** Returns every generated page and picture of a checkout as it must be, by its file. */
    static Map<Path, String> pages(Path home) {
        Map<Path, String> pages = new LinkedHashMap<>(Docs.of(home, columns()));
        PICTURES.forEach(shown -> {
            RunDirectory run = Docs.run(home, shown.source());
            Pictures.of(run, List.of()).stream()
                    .filter(picture -> picture.name().equals(shown.name()))
                    .forEach(picture -> pages.put(
                            home.resolve("docs/pictures/" + shown.file() + ".svg"),
                            picture.svgFile("run " + run.path().getFileName())));
        });
        return pages;
    }

    /** Returns the columns of each file of a run whose columns do not depend on the run. */
    static Map<String, FileColumns> columns() {
        Map<String, FileColumns> columns = new LinkedHashMap<>();
        columns.put("samples.csv", of(SampleColumns.ALL, SampleColumns.WORDS));
        columns.put("hosts.csv", new FileColumns(HostColumns.names(), HostColumns.WORDS));
        columns.put("summary.csv", of(SummaryColumns.ALL, SummaryColumns.WORDS));
        columns.put("calibration.csv", of(CalibrationColumns.ALL, CalibrationColumns.WORDS));
        columns.put("calibration-samples.csv", of(ArmSampleColumns.ALL, ArmSampleColumns.WORDS));
        columns.put("guarantees.csv", of(TrialColumns.ALL, TrialColumns.WORDS));
        columns.put("settings.csv", of(SettingsColumns.ALL, SettingsColumns.WORDS));
        columns.put("guarantees-summary.csv", of(TrialSummaryColumns.ALL, TrialSummaryColumns.WORDS));
        columns.put("duet.csv", of(DuetColumns.ALL, DuetColumns.WORDS));
        columns.put("duet-summary.csv", of(DuetSummaryColumns.ALL, DuetSummaryColumns.WORDS));
        columns.put("discrimination-blocks.csv", of(SlotBlock.COLUMNS, SlotBlock.WORDS));
        columns.put("discrimination.csv", of(DiscriminationText.COLUMNS, DiscriminationText.WORDS));
        return columns;
    }

    private static <R> FileColumns of(List<Column<R>> columns, String words) {
        return new FileColumns(columns.stream().map(Column::name).toList(), words);
    }
}
