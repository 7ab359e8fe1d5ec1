/** What each mode costs, by a sweep, beside what became of it under each fault, by trials. */
package io.producerbench.report.cost;
