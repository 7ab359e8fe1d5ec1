package io.producerbench.run;

/** Takes the lines that tell a person how a run is getting on. */
@FunctionalInterface
public interface Progress {
    void report(String line);
}
