/**
 * What run directories hold, as text for people and tables for programs: the ten claims about delivery, what each mode costs
 * beside what became of it under each fault, comparisons and histories of runs, and runs in the formats of other tools. Pure:
 * every number comes from a file that a run wrote.
 */
package io.producerbench.report;
