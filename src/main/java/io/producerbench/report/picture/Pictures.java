package io.producerbench.report.picture;

import io.producerbench.results.ResultFile;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        if (Files.exists(run.summary()) && Files.exists(run.samples())) {
            SweepCells sweep = new SweepCells(SweepCell.of(rows(run.summary()), rows(run.samples())));
            pictures.addAll(RatePicture.of(sweep));
        }
        return List.copyOf(pictures);
    }

    private static List<ResultRow> rows(Path file) {
        return Files.exists(file) ? ResultFile.read(file) : List.of();
    }
}
