/** Counts what each setting really guarantees: trials under faults, into one run directory. */
package io.producerbench.guarantees;
