/**
 * A broker that keeps no records, follows a script, and records what it does. Measured latencies
 * are compared with this record.
 */
package io.producerbench.calibration.stub;
