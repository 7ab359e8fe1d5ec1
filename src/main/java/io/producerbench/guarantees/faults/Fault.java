package io.producerbench.guarantees.faults;

/** A fault that disturbs a proxy's connections until it is closed. */
public interface Fault extends AutoCloseable {

    /** Returns how many frames it has withheld, delayed, swallowed or dropped so far. */
    long hits();

    /**
     * Throws {@link FaultMissedException} if it has hit fewer frames so far, because such a fault
     * proves nothing.
     */
    void requireHits(long atLeast);

    /**
     * Ends the fault. The frames it withheld or delayed are delivered at once. Closing again does
     * nothing.
     */
    @Override
    void close();
}
