package io.producerbench.trogdor;

import java.util.Optional;
import java.util.Set;

/**
 * The driver, which is on the coordinator's own host, creates, stops and deletes tasks. Load hosts
 * read tasks and the time. Nothing else is admitted.
 */
record CoordinatorRules(Set<String> drivers, Set<String> hosts) implements DoorRules {
    private static final Set<String> OF_DRIVER =
            Set.of("POST coordinator/task/create", "PUT coordinator/task/stop", "DELETE coordinator/tasks");
    private static final String READING = "GET coordinator/(status|uptime|tasks/[\\w.-]+)";

    @Override
    public Optional<byte[]> admitted(String caller, String method, String path, byte[] body) {
        String request = method + " " + path;
        boolean admitted = request.matches(READING)
                ? drivers.contains(caller) || hosts.contains(caller)
                : OF_DRIVER.contains(request) && drivers.contains(caller);
        return admitted ? Optional.of(body) : Optional.empty();
    }
}
