/**
 * A broker that follows a script and records what it does. Measured latencies are compared with
 * this record. It keeps the records of producers only where consumers are to read them.
 */
package io.producerbench.calibration.stub;
