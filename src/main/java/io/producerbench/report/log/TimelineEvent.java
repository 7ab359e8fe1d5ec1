package io.producerbench.report.log;

import io.producerbench.latency.HistogramLine;
import io.producerbench.latency.ReplicaChange;

/**
 * What happened besides the records.
 *
 * @param from seconds since the first value; may be negative
 * @param to the same of its end
 */
public record TimelineEvent(EventRow kind, double from, double to) {
    /** What can happen, in the order of the rows below the picture. */
    public enum EventRow {
        GC("GC", HistogramLine.GC),
        ISR_SHRINK("ISR down", ReplicaChange.WhatChanged.ISR_SHRINK.tag()),
        ISR_EXPAND("ISR up", ReplicaChange.WhatChanged.ISR_EXPAND.tag()),
        LEADER_CHANGE("leader", ReplicaChange.WhatChanged.LEADER_CHANGE.tag());

        private final String label;
        private final String tag;

        EventRow(String label, String tag) {
            this.label = label;
            this.tag = tag;
        }

        /** Returns its name in a picture. */
        public String label() {
            return label;
        }

        /** Returns the tag of its lines in a histogram log. */
        public String tag() {
            return tag;
        }
    }
}
