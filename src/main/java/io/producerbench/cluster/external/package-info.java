/** A cluster that runs already. Only topics under our own prefix are created and deleted there. */
package io.producerbench.cluster.external;
