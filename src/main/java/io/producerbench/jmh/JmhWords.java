package io.producerbench.jmh;

import io.producerbench.text.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What JMH says of an option in the names of its classes, in the words of its command line. */
final class JmhWords {
    private static final Pattern NO_CONSTANT = Pattern.compile("No enum constant (?:\\w+\\.)*(\\w+)\\.(.*)");

    /** The options by the class of their values. */
    private static final Map<String, Choice> CHOICES = Map.of(
            ResultFormatType.class.getSimpleName(), new Choice("-rf", ResultFormatType.values()),
            VerboseMode.class.getSimpleName(), new Choice("-v", VerboseMode.values()));

    private JmhWords() {}

    private record Choice(String option, Enum<?>... constants) {
        String refusal(String value) {
            List<String> known = Arrays.stream(constants)
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList();
            return option + " " + value + ": expected one of " + String.join(", ", known) + ", got '" + value + "'"
                    + NearestName.typo(value, known)
                            .map(near -> " (did you mean " + near + "?)")
                            .orElse("");
        }
    }

    /** Returns the message as a user understands it. */
    static String of(String message) {
        Matcher constant = NO_CONSTANT.matcher(message);
        if (!constant.matches() || !CHOICES.containsKey(constant.group(1))) {
            return message;
        }
        return CHOICES.get(constant.group(1)).refusal(constant.group(2).toLowerCase(Locale.ROOT));
    }
}
