package io.producerbench.guarantees.faults;

/** Something that is being done to a proxy's connections until it is closed. */
public interface Fault extends AutoCloseable {

    /** How many frames it has withheld, delayed, swallowed or dropped so far. */
    long hits();

    /** Throws {@link FaultMissedException} if it hit fewer frames so far: such a fault proves nothing. */
    void requireHits(long atLeast);

    /** Ends it: what it withheld or delayed goes on its way at once. Closing again does nothing. */
    @Override
    void close();
}
