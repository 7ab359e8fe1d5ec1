package io.producerbench.report.drawing;

/** A place in a drawing. Its unit is a pixel at full size; {@code y} grows downwards. */
public record Place(double x, double y) {}
