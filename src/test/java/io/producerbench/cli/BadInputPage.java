package io.producerbench.cli;

import java.util.List;
import java.util.Map;

/** The page that lists what the program cannot use, and what it answers. */
final class BadInputPage {
    private static final String INTRODUCTION = """
            # What the program says about input that it cannot use

            Each of these is answered in one line on stderr, which begins with `run-bench: `, before brokers are started and
            before anything is written. The exit code is 2 for what the user gave, files included, and 3 for what the machine
            lacks. `DIR` stands for a directory. A message that ends with `...` goes on with words of the system or the JVM.

            This page is generated from the cases of a test, `BadInputs`. After a change of a message, the test leaves the new
            page in `target/golden/docs/errors.md.got`; copy it over this one.
            """;

    private BadInputPage() {}

    static String text(Map<String, List<BadInput>> bySubject) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        bySubject.forEach((subject, inputs) -> {
            page.append("\n## ").append(subject).append("\n\n| input | exit code | message |\n| --- | --: | --- |\n");
            inputs.forEach(input -> page.append("| ")
                    .append(code(input.line()))
                    .append(input.damage().map(BadInputPage::words).orElse(""))
                    .append(" | ")
                    .append(input.exitCode().code())
                    .append(" | ")
                    .append(code(input.message() + (input.message().endsWith(": ") ? "..." : "")))
                    .append(" |\n"));
        });
        return page.toString();
    }

    private static String words(BadInput.Damage damage) {
        return ", with " + code(visible(damage.pattern())) + " in " + code(damage.file()) + " replaced by "
                + (damage.replacement().isEmpty() ? "nothing" : code(visible(damage.replacement())));
    }

    private static String visible(String text) {
        return text.replace("\n", "\\n").replace("\0", "\\0");
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
