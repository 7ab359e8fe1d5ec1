package io.producerbench.report.drawing;

/** A marked value of an axis. */
public record Tick(double value, String text) {}
