/** Facts of where a run was made: the machine and its limits, its clock, and the state of the checkout. */
package io.producerbench.environment;
