package io.producerbench.guarantees.faults;

/** Which way a frame travels. */
enum FrameDirection {
    /** From the client to the broker. */
    REQUEST,
    /** From the broker to the client. */
    RESPONSE
}
