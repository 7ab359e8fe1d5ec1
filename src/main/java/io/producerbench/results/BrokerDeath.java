package io.producerbench.results;

import java.util.OptionalDouble;

/**
 * The death of a broker before a sample, as a producer of the sample's mode saw it that was at work meanwhile.
 *
 * @param killedBroker its id
 * @param leadersMoved partitions of the sample's topic that it led, and that others lead since
 * @param unavailableMillis the longest time without an acknowledgement, between one before the death or after it and the next;
 *     empty where nothing is acknowledged
 * @param firstAckMillis from the death to the first acknowledgement of a record that was due after it, on a partition that
 *     the dead broker led; likewise
 */
public record BrokerDeath(
        int killedBroker, int leadersMoved, OptionalDouble unavailableMillis, OptionalDouble firstAckMillis) {}
