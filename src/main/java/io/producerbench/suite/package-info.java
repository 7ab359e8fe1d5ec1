/**
 * The orchestrations. A sweep: plan the cells, start the brokers and warm them, give each step of the plan a fresh topic
 * and one JMH fork, watch the machine meanwhile, append the row, and summarise.
 */
package io.producerbench.suite;
