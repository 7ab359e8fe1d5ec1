/**
 * What ends a run, told apart by who can mend it: the user ({@link io.producerbench.failure.UsageException}) or the
 * environment ({@link io.producerbench.failure.EnvironmentException}).
 */
package io.producerbench.failure;
