package io.producerbench.calibration.stub;

/** What the stub broker does wrong for consumers, once for each time that it is told to. */
public enum ReadFault {
    /** Consumers never see the next batch. Its offsets are left out. */
    SKIPPED,
    /** The next batch is in the log twice, one behind the other. */
    DOUBLED,
    /**
     * Consumers are not told that the next aborted transaction was aborted, so that
     * {@code read_committed} sees its records.
     */
    ABORTED_SHOWN
}
