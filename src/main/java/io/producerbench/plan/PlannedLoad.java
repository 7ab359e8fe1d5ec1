package io.producerbench.plan;

import java.util.List;

/**
 * What is to be written.
 *
 * @param recordBytes length of a record's value
 * @param goals none if latency does not matter
 */
public record PlannedLoad(double recordsPerSecond, int recordBytes, List<PlanGoal> goals) {}
