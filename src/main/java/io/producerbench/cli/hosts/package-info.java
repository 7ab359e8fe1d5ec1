/** The commands of a load host, and the options of a driver. */
package io.producerbench.cli.hosts;
