/** What was measured of one sample, and the checks that decide whether it counts. */
package io.producerbench.results.sample;
