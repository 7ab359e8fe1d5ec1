package io.producerbench.report.page;

import java.util.List;

/** The beginning of the page: the advice, and the modes beside each other. */
final class AnswerSection {
    private AnswerSection() {}

    static Html of(PageInput input, Answer answer) {
        if (!answer.hasCosts() && !answer.hasGuarantees()) {
            return ReportPage.section("answer", "The answer", ReportPage.list(Findings.of(input.run())));
        }
        return Html.tag(
                "section",
                java.util.Map.of("id", "answer"),
                advice(answer.advice()),
                answer.modes().html(caption(answer)),
                Html.of("p", "small", Html.text(missing(input, answer))));
    }

    private static Html advice(List<String> sentences) {
        return Html.of(
                "ul", "advice", Html.all(sentences.stream().map(sentence -> Html.tag("li", emphasised(sentence)))));
    }

    /** The words before the first colon are what the sentence is about. */
    private static Html emphasised(String sentence) {
        int colon = sentence.indexOf(": ");
        return Html.all(
                Html.tag("strong", Html.text(sentence.substring(0, colon + 1))),
                Html.text(sentence.substring(colon + 1)));
    }

    private static String caption(Answer answer) {
        return answer.hasCosts()
                ? "Each mode beside acks=1 of the same blocks: median, and 95 % interval in brackets; "
                        + answer.setting()
                : "The worst that happened to the records of each mode";
    }

    /** Returns what this page cannot say, and the command that measures it. */
    private static String missing(PageInput input, Answer answer) {
        if (!answer.hasGuarantees()) {
            return "What becomes of records when brokers die or answers are lost is not in this run. "
                    + "./run-bench.sh guarantees measures it; ./run-bench.sh report "
                    + input.run().folder() + " --guarantees DIR puts both on this page.";
        }
        if (!answer.hasCosts()) {
            return "What each mode costs is not in this run. ./run-bench.sh measures it; ./run-bench.sh report DIR"
                    + " --guarantees " + input.run().folder() + " puts both on one page.";
        }
        return "records/s: acknowledged at the highest rate; with acks=0 the growth of the brokers' log. p99: at the fixed"
                + " rate, so the two do not hold together.";
    }
}
