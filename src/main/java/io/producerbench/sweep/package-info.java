/**
 * The full sweep: it plans the cells, warms the brokers, gives each step of the plan a fresh topic
 * and one JMH fork, watches the machine meanwhile, appends the row, and summarises. Duet and
 * calibration take their samples here too.
 */
package io.producerbench.sweep;
