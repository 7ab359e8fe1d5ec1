package io.producerbench.results.sample;

import java.util.OptionalDouble;

/**
 * The death of a broker before a sample, as seen by a producer of the sample's mode that was
 * sending meanwhile.
 *
 * @param killedBroker its id
 * @param leadersMoved partitions of the sample's topic that it led and that other brokers lead now
 * @param unavailableMillis the longest time between two acknowledgements from just before the
 *     death on; empty if nothing is
 *     acknowledged
 * @param firstAckMillis from the death to the first acknowledgement of a record that was due
 *     after it, on a partition that
 *     the dead broker led; empty if nothing is acknowledged
 */
public record BrokerDeath(
        int killedBroker, int leadersMoved, OptionalDouble unavailableMillis, OptionalDouble firstAckMillis) {}
