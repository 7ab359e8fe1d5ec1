package io.producerbench.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes a client's secrets from a text: whole values, the options of a JAAS entry that are not
 * known to be harmless, the lines of a PEM and the user of a URL. Parts are removed because
 * exceptions quote parts of values.
 */
public final class Redaction implements UnaryOperator<String> {

    /** Printed instead of a secret, as in Kafka's own logs. */
    public static final String HIDDEN = "[hidden]";

    /** Shorter values are not removed, because they occur in any text by chance. */
    private static final int SHORTEST = 4;

    private static final Pattern JAAS_OPTION =
            Pattern.compile("([\\w.]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|([^\\s;\"']+))");
    private static final Set<String> HARMLESS = Set.of(
            "username",
            "user",
            "serviceName",
            "principal",
            "keyTab",
            "useKeyTab",
            "storeKey",
            "useTicketCache",
            "doNotPrompt",
            "debug",
            "scope",
            "tokenauth");
    private static final Pattern URL_USER = Pattern.compile("://([^/@\\s]+)@");

    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    /** Returns the redaction of all secrets in these settings. */
    public static Redaction of(Map<String, String> settings) {
        Set<String> secrets = new TreeSet<>();
        settings.forEach((key, value) -> {
            if (ClientKeys.isSecret(key)) {
                secrets.add(value);
                secrets.add(value.strip());
                value.lines().map(String::strip).forEach(secrets::add);
                addOptions(value, secrets);
            }
            Matcher user = URL_USER.matcher(value);
            while (user.find()) {
                secrets.add(user.group(1));
            }
        });
        secrets.removeIf(secret -> secret.length() < SHORTEST || secret.startsWith("-----"));
        // The longest first, because a part of a secret must not be replaced before the whole.
        return new Redaction(secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    private static void addOptions(String jaas, Set<String> secrets) {
        Matcher option = JAAS_OPTION.matcher(jaas);
        while (option.find()) {
            String value = option.group(2) != null
                    ? option.group(2)
                    : option.group(3) != null ? option.group(3) : option.group(4);
            if (!HARMLESS.contains(option.group(1)) && !value.matches("true|false")) {
                secrets.add(value);
                secrets.add(value.replaceAll("\\\\(.)", "$1"));
            }
        }
    }

    @Override
    public String apply(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, HIDDEN);
        }
        return redacted;
    }
}
