package io.producerbench.latency;

import java.time.Instant;

/**
 * What happened to the replicas of a sample's topic between two looks at it.
 *
 * @param from when the look before was asked for
 * @param to when the look that saw it was answered
 * @param partitions to which it happened, at least one
 */
public record ReplicaChange(WhatChanged kind, Instant from, Instant to, int partitions) {
    /** What can happen to a partition. */
    public enum WhatChanged {
        /** A replica fell out of sync. */
        ISR_SHRINK("isr-shrink"),
        /** A replica came back in sync. */
        ISR_EXPAND("isr-expand"),
        /** Another broker leads, or none does. */
        LEADER_CHANGE("leader-change");

        private final String tag;

        WhatChanged(String tag) {
            this.tag = tag;
        }

        /** Returns the tag of its lines in a histogram log. */
        public String tag() {
            return tag;
        }
    }
}
