/** JMH as an engine: its arguments, its forks and their class path, its lock, its results. */
package io.producerbench.jmh;
