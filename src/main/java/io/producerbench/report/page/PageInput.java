package io.producerbench.report.page;

import io.producerbench.report.GuaranteeCell;
import io.producerbench.report.LagLoss;
import io.producerbench.report.Source;
import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.report.cost.Costs;
import io.producerbench.report.cost.SettingCost;
import io.producerbench.report.picture.Picture;
import io.producerbench.results.ResultRow;
import io.producerbench.results.RunDirectory;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a report is made from.
 *
 * @param guarantees runs of the guarantees; where two have an experiment, the last one counts
 * @param claims held against the guarantees; may be empty
 * @param pictures of the runs, in the order of the page
 * @param added what other features say of the run, in the order of the page; may be empty
 */
public record PageInput(
        ReportedRun run,
        List<ReportedRun> guarantees,
        List<ClaimFinding> claims,
        List<AddedSection> added,
        List<Picture> pictures) {
    /** Returns the cells of all runs of guarantees, the reported run included if it is one. */
    List<GuaranteeCell> cells() {
        List<ResultRow> rows = joined(RunDirectory::guaranteesSummary);
        return rows.isEmpty() ? List.of() : GuaranteeCell.of(rows);
    }

    /** Returns what a killed leader took along; nothing if the run did not look when records are seen. */
    List<LagLoss> lagLosses() {
        return LagLoss.of(joined(RunDirectory::guaranteesSummary), joined(RunDirectory::guarantees), run.summary());
    }

    private List<ResultRow> joined(Function<RunDirectory, Path> file) {
        List<Source> sources = runs().stream()
                .map(of -> new Source(of.folder(), of.rows(file.apply(of.directory()))))
                .filter(source -> !source.rows().isEmpty())
                .toList();
        return sources.isEmpty() ? List.of() : Source.joined(sources).rows();
    }

    /** Returns the costs of every setting that the run measured; none if it is no sweep. */
    List<ModeCost> costs() {
        return ModeCost.of(Costs.of(run.summary()), run.samples());
    }

    /**
     * Returns the costs that the answer is about: those of the largest records, because they load
     * disks and network most, and of the first of the other settings that the sweep varies.
     */
    List<ModeCost> headline() {
        List<ModeCost> all = costs();
        Optional<SettingCost> first =
                all.stream().map(ModeCost::cost).max(Comparator.comparing(SettingCost::recordSize));
        return all.stream()
                .filter(of -> of.cost().recordSize() == first.orElseThrow().recordSize()
                        && of.cost().setting().equals(first.get().setting()))
                .toList();
    }

    List<ReportedRun> runs() {
        return Stream.concat(Stream.of(run), guarantees.stream()).toList();
    }
}
