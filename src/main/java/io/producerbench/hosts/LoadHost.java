package io.producerbench.hosts;

/**
 * A host that gives load.
 *
 * @param name as the platform file has it
 * @param hostName where its agent listens
 * @param port likewise
 */
record LoadHost(String name, String hostName, int port) {
    String agent() {
        return "http://" + hostName + ":" + port;
    }
}
