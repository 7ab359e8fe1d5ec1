package io.producerbench.latency;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** A collection of the fork's heap. The JVM tells both in whole milliseconds. */
public record GcPause(Instant start, Duration length) implements Serializable {}
