package io.producerbench.report.page;

import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.report.drawing.SvgStyle;
import io.producerbench.report.picture.Zoom;
import io.producerbench.results.RunKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code report.html}: one file that loads nothing, with the answer first. Pure. */
public final class ReportPage {
    private ReportPage() {}

    /** Returns the page. */
    public static String of(PageInput input) {
        Zoom zoom = Zoom.of(input.pictures());
        Assets assets = Assets.with(
                Stream.concat(Stream.of(SvgStyle.css(), ChooserSection.style()), zoom.styles().stream())
                        .toList(),
                zoom.scripts());
        ReportAnswer answer = ReportAnswer.of(input);
        List<Html> parts = new ArrayList<>(List.of(header(input), AnswerSection.of(input, answer)));
        if (answer.hasGuarantees()) {
            parts.add(ChooserSection.of(answer));
        }
        parts.add(validity(input));
        if (answer.hasGuarantees()) {
            parts.add(happened(answer));
        }
        input.added().forEach(added -> parts.add(added.html()));
        if (!input.pictures().isEmpty()) {
            parts.add(pictures(input));
        }
        parts.add(tables(input));
        if (!input.claims().isEmpty()) {
            parts.add(section("claims", "Ten claims, held against the trials", claims(input.claims())));
        }
        parts.add(section("method", "Method", Method.of(input)));
        parts.add(section("environment", "Environment", EnvironmentTable.of(input.runs())));
        parts.add(section("cite", "How to cite", citations(input)));
        Html data =
                Html.tag("script", Map.of("type", "application/json", "id", "picture-data"), Html.trusted(zoom.json()));
        return document(input, assets, Html.all(Html.tag("main", Html.all(parts.stream())), data));
    }

    private static String document(PageInput input, Assets assets, Html body) {
        return "<!DOCTYPE html>\n"
                + Html.tag(
                                "html",
                                Map.of("lang", "en", "xmlns", "http://www.w3.org/1999/xhtml"),
                                Html.tag(
                                        "head",
                                        Html.tag("meta", Map.of("charset", "utf-8")),
                                        assets.policy(),
                                        Html.tag(
                                                "meta",
                                                Map.of(
                                                        "name", "viewport",
                                                        "content", "width=device-width, initial-scale=1")),
                                        Html.tag("title", Html.words("Report of " + id(input))),
                                        assets.inHead()),
                                Html.tag("body", body, assets.atEnd()))
                        .markup()
                + "\n";
    }

    private static Html header(PageInput input) {
        ReportedRun run = input.run();
        return Html.tag(
                "header",
                Html.tag("h1", Html.words(Kind.of(run).title())),
                Html.of(
                        "p",
                        "small",
                        Html.words("Run " + id(input) + ", Kafka " + run.shared(RunKeys.BROKER_VERSION) + " brokers, "
                                + run.shared(RunKeys.CLIENT_VERSION) + " client, " + run.shared(RunKeys.CORES)
                                + " cores (" + run.shared(RunKeys.CPU_MODEL) + ")")),
                warning(PageCaveats.of(input)));
    }

    /** Returns what the lines below begin with, so that it stands before the first number. */
    private static Html warning(List<String> lines) {
        String names = lines.stream().map(line -> line.split(":")[0]).distinct().collect(Collectors.joining(", "));
        return lines.isEmpty()
                ? Html.NOTHING
                : Html.of(
                        "p",
                        "warning",
                        Html.words("Before you use a number: "),
                        Html.tag("a", Map.of("href", "#validity"), Html.words(names)));
    }

    private static String id(PageInput input) {
        return input.run().shared(RunKeys.RUN_ID);
    }

    static Html section(String id, String title, Html... content) {
        return Html.tag("section", Map.of("id", id), Html.tag("h2", Html.words(title)), Html.all(content));
    }

    static Html list(List<String> lines) {
        return Html.tag("ul", Html.all(lines.stream().map(line -> Html.tag("li", Html.words(line)))));
    }

    private static Html validity(PageInput input) {
        List<String> lines = PageCaveats.of(input);
        return section(
                "validity",
                "Before the numbers",
                lines.isEmpty()
                        ? Html.tag("p", Html.words("Nothing is known that stands against them."))
                        : list(lines));
    }

    private static Html happened(ReportAnswer answer) {
        return section(
                "happened",
                "What happened under each fault",
                FaultModes.of(answer)
                        .html("In how many trials, with the bound at 95 % confidence, faults that broke"
                                + " something first; without a word: nothing was lost, stored twice or out of order"));
    }

    private static Html pictures(PageInput input) {
        return section(
                "pictures",
                "Pictures",
                Html.all(input.pictures().stream()
                        .map(picture -> Html.tag(
                                "figure",
                                Html.tag("h3", Html.words(picture.title())),
                                Html.of("div", "drawing", Html.trusted(picture.svg())),
                                Html.tag("figcaption", Html.words(picture.caption()))))));
    }

    /** Each trial by itself is in the report of the run that tried it; here are their summaries. */
    private static Html tables(PageInput input) {
        return section(
                "tables",
                "All numbers",
                Html.all(Stream.concat(
                        input.run().tables().stream()
                                .map(table -> DataTable.of(
                                        input.run(),
                                        table,
                                        table == input.run().tables().get(0))),
                        input.guarantees().stream()
                                .map(run -> DataTable.of(run, run.tables().get(0), false)))));
    }

    private static Html claims(List<ClaimFinding> claims) {
        Stream<Html> items = claims.stream()
                .map(claim -> Html.tag(
                        "li",
                        Html.words(claim.claim() + ": "),
                        Html.tag("strong", Html.words(claim.standing().text())),
                        list(claim.measured())));
        return Html.tag("ol", Html.all(items));
    }

    private static Html citations(PageInput input) {
        return Html.all(input.runs().stream()
                .map(run -> Html.all(
                        Html.tag("p", Html.words(Citation.line(run))),
                        Html.tag("pre", Html.words(Citation.bibtex(run))))));
    }
}
