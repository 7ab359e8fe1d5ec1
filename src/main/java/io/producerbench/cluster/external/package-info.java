/** A cluster that its users run already: only topics under our own prefix are made and deleted there. */
package io.producerbench.cluster.external;
