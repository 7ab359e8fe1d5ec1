/**
 * Reports on run directories, as text for people and tables for programs: the ten claims about
 * delivery, and the cost of each mode beside its anomalies under each fault. Pure: every number
 * comes from a file that a run wrote.
 */
package io.producerbench.report;
