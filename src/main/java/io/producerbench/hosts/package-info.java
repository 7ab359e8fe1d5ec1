/**
 * One load by several hosts. Kafka's Trogdor starts a lane on each of them; all lanes begin at one
 * moment, and their counts and whole histograms are added.
 */
package io.producerbench.hosts;
