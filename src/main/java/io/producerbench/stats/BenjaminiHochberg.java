package io.producerbench.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts the p-values of a family of tests. If every adjusted p-value of at most q is called a
 * difference, the expected share of false calls is at most q (Benjamini and Hochberg, J. R.
 * Statist. Soc. B 57, 1995).
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /** Returns the adjusted p-values, in the order of {@code probabilities}. */
    public static double[] adjusted(double[] probabilities) {
        int n = probabilities.length;
        List<Integer> fromLargest = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i])
                        .reversed())
                .toList();
        double[] adjusted = new double[n];
        double least = 1;
        for (int i = 0; i < n; i++) {
            int index = fromLargest.get(i);
            least = Math.min(least, probabilities[index] * n / (n - i));
            adjusted[index] = least;
        }
        return adjusted;
    }
}
