/**
 * The orchestrations. A sweep: plan the cells, start the brokers and warm them, give each step of the plan a fresh topic
 * and one JMH fork, watch the machine meanwhile, append the row, and summarise. A duet: make two arms
 * ready, then take samples of both in pairs until a rule that is handed in says that a scenario is decided.
 */
package io.producerbench.suite;
