package io.producerbench.jmh;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The class path of forks. JMH has no option for it: it passes on what this JVM's property
 * {@code java.class.path} names, behind all other arguments. So that property names the arm's jar
 * while a fork of the arm runs.
 */
public record ForkClassPath(Path jar) {
    private static final String PROPERTY = "java.class.path";

    public <T> T during(Supplier<T> measuring) {
        String before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, jar.toString());
        try {
            return measuring.get();
        } finally {
            System.setProperty(PROPERTY, before);
        }
    }
}
