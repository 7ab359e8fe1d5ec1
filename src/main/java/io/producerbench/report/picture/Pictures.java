package io.producerbench.report.picture;

import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.Source;
import io.producerbench.report.log.HistogramFiles;
import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import io.producerbench.results.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pictures that the files of a run allow. */
public final class Pictures {
    private Pictures() {}

    /**
     * Reads a run and draws it.
     *
     * @param guarantees runs whose trials are shown beside the costs; of several that have an
     *     experiment the last one counts
     * @return those that have something to show
     * @throws io.producerbench.results.ResultFileException if a file is not as a run wrote it
     */
    public static List<Picture> of(RunDirectory run, List<RunDirectory> guarantees) {
        List<Picture> pictures = new ArrayList<>();
        Optional<SweepCells> sweep = sweep(run);
        sweep.ifPresent(cells -> pictures.addAll(RatePicture.of(cells)));
        List<GuaranteeCell> trials = trials(run, guarantees);
        CostGuaranteePicture.of(shown(trials), sweep.map(SweepCells::rateRatios).orElse(Map.of()))
                .ifPresent(pictures::add);
        FaultPicture.of(trials).ifPresent(pictures::add);
        sweep.ifPresent(cells -> pictures.addAll(ofSweep(cells, HistogramFiles.of(run))));
        if (Files.exists(run.environment())) {
            WarmUpPicture.of(RunFile.readJson(run.environment())).ifPresent(pictures::add);
        }
        pictures.addAll(DuetPicture.of(rows(run.duetSummary()), rows(run.duet())));
        pictures.addAll(CalibrationPicture.of(rows(run.calibration())));
        pictures.addAll(CurvePicture.of(rows(run.curveSummary())));
        pictures.addAll(DiscriminationPicture.of(rows(run.discrimination())));
        return List.copyOf(pictures);
    }

    private static Optional<SweepCells> sweep(RunDirectory run) {
        return Files.exists(run.summary())
                ? Optional.of(new SweepCells(SweepCell.of(rows(run.summary()), rows(run.samples()))))
                : Optional.empty();
    }

    private static List<Picture> ofSweep(SweepCells sweep, HistogramFiles files) {
        Map<Integer, List<ModeLog>> logs = ModeLog.of(sweep, files);
        List<Picture> pictures = new ArrayList<>(SpectrumPicture.of(logs));
        pictures.addAll(VisiblePicture.of(sweep));
        pictures.addAll(TimelinePicture.of(logs));
        pictures.addAll(CpuPicture.of(sweep));
        pictures.addAll(MinimumPicture.of(sweep));
        DriftPicture.of(sweep).ifPresent(pictures::add);
        return pictures;
    }

    private static List<GuaranteeCell> trials(RunDirectory run, List<RunDirectory> guarantees) {
        List<Source> sources = Stream.concat(Stream.of(run), guarantees.stream())
                .filter(source -> Files.exists(source.guaranteesSummary()))
                .map(source -> new Source(source.path().getFileName().toString(), rows(source.guaranteesSummary())))
                .toList();
        return sources.isEmpty()
                ? List.of()
                : GuaranteeCell.of(Source.joined(sources).rows());
    }

    /** Returns the trials at the usual minimum; without any, all of them. */
    private static List<GuaranteeCell> shown(List<GuaranteeCell> trials) {
        List<GuaranteeCell> usual = trials.stream()
                .filter(cell -> SweepCells.farFromShown(cell.minInsyncReplicas()) == 0)
                .toList();
        return usual.isEmpty() ? trials : usual;
    }

    private static List<ResultRow> rows(Path file) {
        return Files.exists(file) ? ResultFile.read(file) : List.of();
    }
}
