package io.producerbench.report.page;

import java.util.List;
import java.util.Map;

/** The beginning of the page: the advice, and the modes beside each other. */
final class AnswerSection {
    private AnswerSection() {}

    static Html of(PageInput input, ReportAnswer answer) {
        if (!answer.hasCosts() && !answer.hasGuarantees()) {
            return Html.tag(
                    "section",
                    Map.of("id", "answer"),
                    advice(OtherFindings.advice(input.run())),
                    table("What was found", OtherFindings.grid(input.run())));
        }
        return Html.tag(
                "section",
                Map.of("id", "answer"),
                advice(answer.advice()),
                answer.modes().html(caption(answer)),
                table(
                        VisibleFindings.TITLE,
                        VisibleFindings.grid(VisibleFindings.rows(input.run().summary()))),
                table(LossFindings.TITLE, LossFindings.grid(input.lagLosses())),
                Html.of("p", "small", Html.words(missing(input, answer))));
    }

    private static Html table(String caption, Grid grid) {
        return grid.rows().isEmpty() ? Html.NOTHING : grid.html(caption);
    }

    private static Html advice(List<String> sentences) {
        return Html.of(
                "ul", "advice", Html.all(sentences.stream().map(sentence -> Html.tag("li", emphasised(sentence)))));
    }

    /** The words before the first colon are what the sentence is about. */
    private static Html emphasised(String sentence) {
        int colon = sentence.indexOf(": ");
        return Html.all(
                Html.tag("strong", Html.words(sentence.substring(0, colon + 1))),
                Html.words(sentence.substring(colon + 1)));
    }

    private static String caption(ReportAnswer answer) {
        return answer.hasCosts()
                ? "Each mode, with its ratio to acks=1 in the same blocks and the 95 % interval; " + answer.setting()
                : "The worst that happened to the records of each mode";
    }

    /** Returns what this page cannot say, and the command that measures it. */
    private static String missing(PageInput input, ReportAnswer answer) {
        if (!answer.hasGuarantees()) {
            return "What becomes of records when brokers die or answers are lost is not in this run. "
                    + "./run-bench.sh guarantees measures it; ./run-bench.sh report "
                    + input.run().folder() + " --guarantees DIR puts both on this page.";
        }
        if (!answer.hasCosts()) {
            return "What each mode costs is not in this run. ./run-bench.sh measures it; ./run-bench.sh report DIR"
                    + " --guarantees " + input.run().folder() + " puts both on one page.";
        }
        return "records/s and CPU are at the highest rate, p99 is at the fixed rate: the two do not hold together. Each is"
                + " the median of the blocks. lost, stored twice and out of order are of the fault, of all that were tried,"
                + " with the largest share of trials; ≤ and ≥ are bounds at 95 % confidence, for each fault as it was"
                + " provoked here.";
    }
}
