/**
 * The capacity plan: from what runs measured of each mode, how many brokers and clients a load
 * needs, and what it gets for them. Pure; docs/planning.md has every formula with its source.
 */
package io.producerbench.plan;
