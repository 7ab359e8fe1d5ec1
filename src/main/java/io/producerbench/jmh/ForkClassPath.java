package io.producerbench.jmh;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * The class path of forks. JMH gives a fork the one that this JVM's {@code java.class.path} names, puts it behind all other
 * arguments and has no option for another; so the property names the arm's jar while a fork of it is started and measures.
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
