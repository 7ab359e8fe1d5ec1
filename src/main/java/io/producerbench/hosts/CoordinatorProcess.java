package io.producerbench.hosts;

import io.producerbench.failure.FailedStepException;
import io.producerbench.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The guarded coordinator of Trogdor. It ends with this JVM, and the lanes then end with it. */
final class CoordinatorProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ChildJvm jvm;
    private final RestClient rest;

    private CoordinatorProcess(ChildJvm jvm, RestClient rest) {
        this.jvm = jvm;
        this.rest = rest;
    }

    /** When this returns, the coordinator answers. */
    static CoordinatorProcess start(HostsFile hosts, TrogdorJars jars, Path log) {
        List<String> arguments =
                new ArrayList<>(List.of(hosts.path().toString(), hosts.coordinator(), hosts.coordinatorHost()));
        hosts.load().forEach(host -> arguments.add(host.hostName()));
        ChildJvm jvm = ChildJvm.start("Trogdor's coordinator", jars.command("GuardedCoordinator", arguments), log);
        CoordinatorProcess coordinator = new CoordinatorProcess(jvm, RestClient.of(hosts.coordinatorUrl()));
        long begun = System.nanoTime();
        while (!coordinator.answers()) {
            if (jvm.hasEnded(PAUSE)) {
                throw jvm.failure("ended before it answered at " + hosts.coordinatorUrl());
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                coordinator.close();
                throw jvm.failure("did not answer at " + hosts.coordinatorUrl() + " within " + PATIENCE);
            }
        }
        return coordinator;
    }

    private boolean answers() {
        try {
            return jvm.process().isAlive() && rest.get("/coordinator/status").isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws FailedStepException if it has died */
    RestClient rest() {
        if (!jvm.process().isAlive()) {
            throw jvm.failure("died");
        }
        return rest;
    }

    boolean isAlive() {
        return jvm.process().isAlive();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
