package io.producerbench.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text that is safe to print where it is shown, and text in lines of limited length. */
public final class Texts {
    /** Characters that could move the cursor or change colours. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Texts() {}

    /**
     * Returns the text with a question mark for each character that a terminal would obey instead
     * of printing it.
     */
    public static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /** Returns the Markdown that shows the text literally. */
    public static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ")
                .replaceAll("&(?=[#A-Za-z])", "&amp;")
                .replaceAll("<(?=[A-Za-z/!?])", "&lt;")
                .replaceAll("([\\\\`*\\[|~])", "\\\\$1");
    }

    /**
     * Returns the lines of the text. It breaks at blanks, and within a word only if the word is
     * longer than a line, there behind a {@code =} if it has one.
     */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : rest.lastIndexOf('=', width - 1) + 1;
            end = end > 0 ? end : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
