package io.producerbench.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt name stands for. */
public final class NearestName {
    private static final int LETTERS_PER_SLIP = 6;

    private NearestName() {}

    /**
     * Returns the known name with the smallest edit distance, if it is at most a third of the longer
     * name's length, or two, and the two have a letter in common.
     */
    public static Optional<String> of(String misspelt, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(misspelt, name)))
                .filter(name -> distance(misspelt, name) <= Math.max(2, Math.max(misspelt.length(), name.length()) / 3))
                .filter(name -> distance(misspelt, name) < Math.max(misspelt.length(), name.length()));
    }

    /** Returns the end of a message that asks whether the nearest name was meant; empty if none is near. */
    public static String hint(String misspelt, Collection<String> known) {
        return of(misspelt, known).map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    /**
     * Returns the known name that a typing error apart equals this one: at most one edit in six
     * letters, but one at least.
     */
    public static Optional<String> typo(String misspelt, Collection<String> known) {
        return of(misspelt, known)
                .filter(name -> distance(misspelt, name) <= Math.max(1, misspelt.length() / LETTERS_PER_SLIP));
    }

    /**
     * Returns the Levenshtein distance with adjacent transpositions counted as one edit (optimal
     * string alignment), case ignored.
     */
    static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : nearest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int nearest(int[][] d, String a, String b, int i, int j) {
        int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(substitution, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
