/**
 * The exceptions that end a run, by who can mend the cause: the user
 * ({@link io.producerbench.failure.UsageException}) or the environment
 * ({@link io.producerbench.failure.EnvironmentException}).
 */
package io.producerbench.failure;
