/** A broker that keeps no records, acts by a script, and writes down what it did: the reference that measured latencies are held against. */
package io.producerbench.calibration.stub;
