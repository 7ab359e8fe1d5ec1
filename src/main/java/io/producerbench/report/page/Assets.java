package io.producerbench.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The styles and scripts of the page, written into it, and the policy that lets a browser run them
 * by their digests and load nothing else.
 */
record Assets(List<String> styles, List<String> scripts) {
    /** Returns the styles and scripts of every page, with those of its pictures. */
    static Assets with(List<String> styles, List<String> scripts) {
        return new Assets(
                List.of(wrapped(String.join("\n", read("page.css"), String.join("\n", styles)))),
                Stream.concat(Stream.of(read("page.js")), scripts.stream())
                        .map(Assets::wrapped)
                        .toList());
    }

    /** XML parsers take what is between for text, whatever signs it has; browsers ignore the rest. */
    private static String wrapped(String text) {
        return "/*<![CDATA[*/\n" + text + "\n/*]]>*/";
    }

    Html policy() {
        String policy = "default-src 'none'; style-src " + digests(styles) + "; script-src " + digests(scripts)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
        return Html.tag("meta", Map.of("http-equiv", "Content-Security-Policy", "content", policy));
    }

    Html inHead() {
        return Html.all(styles.stream().map(style -> Html.tag("style", Html.trusted(style))));
    }

    /** Returns the scripts, which come last, because they find what they change. */
    Html atEnd() {
        return Html.all(scripts.stream().map(script -> Html.tag("script", Html.trusted(script))));
    }

    private static String digests(List<String> texts) {
        return texts.stream().map(Assets::digest).collect(Collectors.joining(" "));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
