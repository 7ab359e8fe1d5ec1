package io.producerbench.run;

/** Where a sweep tells a person how it is getting on. */
@FunctionalInterface
public interface Progress {
    void report(String line);
}
