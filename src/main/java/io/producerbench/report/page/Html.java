package io.producerbench.report.page;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of the page. Text becomes markup in this class alone, so that nothing from outside can be
 * an element. The markup is well-formed XML as well, because a strict parser then checks all of it.
 */
record Html(String markup) {
    static final Html NOTHING = new Html("");

    private static final Set<String> VOID = Set.of("meta", "input", "br");

    /**
     * Characters that XML does not have, and those that make a text look like another one.
     */
    private static final Pattern UNSHOWABLE =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\p{Cs}\\uFFFE\\uFFFF\\u202A-\\u202E\\u2066-\\u2069]");

    /** Returns what shows this text literally. */
    static Html words(String text) {
        return new Html(escaped(text));
    }

    /** Returns an element without attributes. */
    static Html tag(String name, Html... children) {
        return tag(name, Map.of(), children);
    }

    /** Returns an element with this class. */
    static Html of(String name, String cssClass, Html... children) {
        return tag(name, Map.of("class", cssClass), children);
    }

    static Html tag(String name, Map<String, String> attributes, Html... children) {
        String opening = new TreeMap<>(attributes)
                .entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "=\"" + escaped(entry.getValue()) + "\"")
                        .collect(Collectors.joining("", "<" + name, ""));
        return VOID.contains(name)
                ? new Html(opening + "/>")
                : new Html(opening + ">" + all(Arrays.stream(children)).markup + "</" + name + ">");
    }

    static Html all(Stream<Html> parts) {
        return new Html(parts.map(Html::markup).collect(Collectors.joining()));
    }

    static Html all(Html... parts) {
        return all(Arrays.stream(parts));
    }

    /** Returns markup that this program made itself: a drawing, a style or a script. */
    static Html trusted(String markup) {
        return new Html(markup);
    }

    private static String escaped(String text) {
        return UNSHOWABLE
                .matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
