package io.producerbench.hosts;

import java.nio.file.Path;

/**
 * Which hosts give the load of a run.
 *
 * @param commandConfig name of the file with client settings on each host; empty for none
 * @param project the checkout, which holds Trogdor's class path
 * @param trogdorVersion of that class path
 */
public record HostsRequest(HostsFile file, String commandConfig, Path project, String trogdorVersion) {}
