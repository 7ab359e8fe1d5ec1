package io.producerbench.report.page;

import io.producerbench.report.claims.ClaimFinding;
import io.producerbench.results.RunKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The page {@code report.html}: one file that loads nothing, with the answer first. Pure. */
public final class ReportPage {
    private ReportPage() {}

    /** Returns the page. */
    public static String of(PageInput input) {
        Assets assets = Assets.with(List.of(ChooserSection.style()), List.of());
        Answer answer = Answer.of(input);
        List<Html> parts = new ArrayList<>(List.of(header(input), AnswerSection.of(input, answer)));
        if (answer.hasGuarantees()) {
            parts.add(ChooserSection.of(answer));
            parts.add(section("happened", "What happened under each fault", list(answer.whatHappened())));
        }
        parts.add(validity(input));
        input.baseline()
                .ifPresent(text ->
                        parts.add(section("baseline", "Beside the baseline", Html.tag("pre", Html.text(text)))));
        parts.add(tables(input));
        if (!input.claims().isEmpty()) {
            parts.add(section("claims", "Ten claims, held against the trials", claims(input.claims())));
        }
        parts.add(section("method", "Method", Method.of(input)));
        parts.add(section("environment", "Environment", EnvironmentTable.of(input.runs())));
        parts.add(section("cite", "How to cite", citations(input)));
        return document(input, assets, Html.tag("main", Html.all(parts.stream())));
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
                                        Html.tag("title", Html.text("Report of " + id(input))),
                                        assets.inHead()),
                                Html.tag("body", body, assets.atEnd()))
                        .markup()
                + "\n";
    }

    private static Html header(PageInput input) {
        ReportedRun run = input.run();
        return Html.tag(
                "header",
                Html.tag("h1", Html.text(Kind.of(run).title())),
                Html.of(
                        "p",
                        "small",
                        Html.text("Run " + id(input) + ", Kafka " + run.shared(RunKeys.BROKER_VERSION) + " brokers, "
                                + run.shared(RunKeys.CLIENT_VERSION) + " client, " + run.shared(RunKeys.CORES)
                                + " cores (" + run.shared(RunKeys.CPU_MODEL) + ")")));
    }

    private static String id(PageInput input) {
        return input.run().shared(RunKeys.RUN_ID);
    }

    static Html section(String id, String title, Html... content) {
        return Html.tag("section", Map.of("id", id), Html.tag("h2", Html.text(title)), Html.all(content));
    }

    static Html list(List<String> lines) {
        return Html.tag("ul", Html.all(lines.stream().map(line -> Html.tag("li", Html.text(line)))));
    }

    private static Html validity(PageInput input) {
        List<String> lines = Validity.of(input);
        return section(
                "validity",
                "Before the numbers",
                lines.isEmpty() ? Html.tag("p", Html.text("Nothing is known that stands against them.")) : list(lines));
    }

    private static Html tables(PageInput input) {
        return section(
                "tables",
                "All numbers",
                Html.all(input.runs().stream()
                        .flatMap(run -> run.tables().stream()
                                .map(table -> DataTable.of(
                                        run, table, table == run.tables().get(0))))));
    }

    private static Html claims(List<ClaimFinding> claims) {
        Stream<Html> items = claims.stream()
                .map(claim -> Html.tag(
                        "li",
                        Html.text(claim.claim() + ": "),
                        Html.tag("strong", Html.text(claim.standing().text())),
                        list(claim.measured())));
        return Html.tag("ol", Html.all(items));
    }

    private static Html citations(PageInput input) {
        return Html.all(input.runs().stream()
                .map(run -> Html.all(
                        Html.tag("p", Html.text(Citation.line(run))),
                        Html.tag("pre", Html.text(Citation.bibtex(run))))));
    }
}
