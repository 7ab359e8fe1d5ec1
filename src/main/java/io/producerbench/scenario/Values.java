package io.producerbench.scenario;

import io.producerbench.text.NearestName;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The values an axis accepts. Text is read only here, so that later code cannot hold an invalid
 * value.
 */
sealed interface Values {
    /**
     * Returns the canonical spelling of {@code text}.
     *
     * @throws IllegalArgumentException that says what was expected
     */
    String canonical(String text);

    /**
     * A whole number within inclusive bounds.
     *
     * @param why the reason for the bounds; empty if it is obvious
     */
    record WholeNumber(int least, int most, String why) implements Values {
        WholeNumber(int least, int most) {
            this(least, most, "");
        }

        @Override
        public String canonical(String text) {
            String expected = "expected a whole number from " + least + " to " + most + ", got: " + text
                    + (why.isEmpty() ? "" : "; " + why);
            int number;
            try {
                number = Integer.parseInt(text.strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(expected, e);
            }
            if (number < least || number > most) {
                throw new IllegalArgumentException(expected);
            }
            return Integer.toString(number);
        }
    }

    /**
     * A share from 0 to an inclusive bound, with at most three decimals.
     *
     * @param why the reason for the bound
     */
    record Share(double most, String why) implements Values {
        private static final Pattern DECIMAL = Pattern.compile("\\d(\\.\\d{1,3})?|\\.\\d{1,3}");

        @Override
        public String canonical(String text) {
            String stripped = text.strip();
            if (!DECIMAL.matcher(stripped).matches() || Double.parseDouble(stripped) > most) {
                throw new IllegalArgumentException("expected a share from 0 to " + text(most)
                        + " with at most three decimals, got: " + text + "; " + why);
            }
            return text(Double.parseDouble(stripped));
        }

        /** Returns the canonical spelling of a share. */
        static String text(double share) {
            return BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * One of several words.
     *
     * @param synonyms other spellings, with the word that each stands for
     * @param anyCase true if upper case is accepted too
     */
    record OneOf(List<String> words, Map<String, String> synonyms, boolean anyCase) implements Values {
        static OneOf of(String... words) {
            return new OneOf(List.of(words), Map.of(), false);
        }

        /** Returns the same words, which may also be written in upper case, as Kafka's clients allow. */
        OneOf inAnyCase() {
            return new OneOf(words, synonyms, true);
        }

        OneOf withSynonym(String spelling, String word) {
            Map<String, String> more = new HashMap<>(synonyms);
            more.put(spelling, word);
            return new OneOf(words, Map.copyOf(more), anyCase);
        }

        @Override
        public String canonical(String text) {
            String stripped = anyCase ? text.strip().toLowerCase(Locale.ROOT) : text.strip();
            String word = synonyms.getOrDefault(stripped, stripped);
            if (!words.contains(word)) {
                throw new IllegalArgumentException("expected one of " + String.join(", ", words) + ", got: " + text
                        + NearestName.hint(word, words));
            }
            return word;
        }
    }
}
