package io.producerbench.scenario;

import java.util.List;

/** What an axis accepts: the one place where its text is read, so that later code cannot hold nonsense. */
sealed interface Values {
    /**
     * The canonical spelling of {@code text}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    String canonical(String text);

    /**
     * A whole number within inclusive bounds.
     *
     * @param why the bounds are where they are; empty where the axis says it
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

    /** One of a few words. */
    record OneOf(List<String> words) implements Values {
        static OneOf of(String... words) {
            return new OneOf(List.of(words));
        }

        @Override
        public String canonical(String text) {
            String word = text.strip();
            if (!words.contains(word)) {
                throw new IllegalArgumentException("expected one of " + String.join(", ", words) + ", got: " + text);
            }
            return word;
        }
    }
}
