package io.producerbench.cluster.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.producerbench.cluster.ClusterException;
import io.producerbench.cluster.node.Node;
import io.producerbench.process.Polling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One node of a cluster as a container, which may be started again after it ended. It then has the
 * same ports, which were chosen when it was created, and the same volume.
 */
final class ContainerNode implements Node {

    /** The data directory in Kafka's own image and in the compose file. */
    static final String DATA = "/var/lib/kafka/data";

    private static final Polling DYING = Polling.seconds(10);

    private final Docker docker;
    private final String name;
    private final String id;
    private boolean killed;
    private Optional<ContainerCpu> cpu = Optional.empty();

    ContainerNode(Docker docker, String name, String id) {
        this.docker = docker;
        this.name = name;
        this.id = id;
    }

    @Override
    public String name() {
        return name;
    }

    String id() {
        return id;
    }

    /** When this returns, the container runs again. The node may not answer yet. */
    synchronized void start() {
        act("start", () -> docker.client().startContainerCmd(id).exec());
        killed = false;
    }

    @Override
    public synchronized void kill() {
        if (!isAlive()) {
            return;
        }
        killed = true;
        act("kill", () -> docker.client().killContainerCmd(id).exec());
        DYING.await(() -> !isAlive());
    }

    @Override
    public synchronized void pause() {
        if (!isAlive()) {
            throw new ClusterException("expected " + name + " to be alive to pause it: restart it first");
        }
        if (!isPaused()) {
            act("pause", () -> docker.client().pauseContainerCmd(id).exec());
        }
    }

    @Override
    public synchronized void resume() {
        if (isPaused()) {
            act("unpause", () -> docker.client().unpauseContainerCmd(id).exec());
        }
    }

    @Override
    public boolean isAlive() {
        return state().map(ContainerState::getRunning).orElse(false);
    }

    @Override
    public boolean isPaused() {
        return state().map(ContainerState::getPaused).orElse(false);
    }

    @Override
    public synchronized boolean isKilled() {
        return killed && !isAlive();
    }

    @Override
    public synchronized boolean wasKilled() {
        return killed;
    }

    @Override
    public synchronized Optional<String> death() {
        if (killed) {
            return Optional.empty();
        }
        Optional<ContainerState> state = state();
        if (state.isEmpty()) {
            return Optional.of(name + " was removed");
        }
        if (Boolean.TRUE.equals(state.get().getRunning())) {
            return Optional.empty();
        }
        return Optional.of(name + " exited with code " + state.get().getExitCodeLong()
                + (Boolean.TRUE.equals(state.get().getOOMKilled()) ? ", out of its memory limit" : ""));
    }

    @Override
    public List<String> lastLogLines(int count) {
        try {
            return docker.log(id, count).lines().toList();
        } catch (DockerException | ClusterException e) {
            return List.of();
        }
    }

    /**
     * Returns the volume that holds the node's data; empty if this process may not read it. On
     * Linux it may as root.
     */
    Optional<Path> data() {
        return inspect().map(InspectContainerResponse::getMounts).orElse(List.of()).stream()
                .filter(mount -> mount.getDestination() != null
                        && DATA.equals(mount.getDestination().getPath())
                        && mount.getSource() != null)
                .map(mount -> Path.of(mount.getSource()))
                .filter(path -> Files.isDirectory(path) && Files.isReadable(path))
                .findFirst();
    }

    @Override
    public synchronized OptionalLong cpuNanos() {
        if (cpu.isEmpty()) {
            // Looked up once, because it is read ten times a second, and the file is the same after
            // a restart of the container.
            cpu = state().map(ContainerState::getPidLong).filter(pid -> pid > 0).map(pid -> ContainerCpu.of(id, pid));
        }
        return cpu.map(ContainerCpu::nanos).orElse(OptionalLong.empty());
    }

    private Optional<ContainerState> state() {
        return inspect().map(InspectContainerResponse::getState);
    }

    private Optional<InspectContainerResponse> inspect() {
        try {
            return Optional.of(docker.client().inspectContainerCmd(id).exec());
        } catch (NotFoundException removed) {
            return Optional.empty();
        }
    }

    private void act(String verb, Runnable command) {
        try {
            command.run();
        } catch (DockerException e) {
            throw new ClusterException("expected Docker to " + verb + " " + name + ", got: " + e.getMessage(), e);
        }
    }
}
