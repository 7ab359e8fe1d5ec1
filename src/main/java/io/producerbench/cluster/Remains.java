package io.producerbench.cluster;

/** All that a cluster leaves in Docker: guarded from before the first of it is there, and gone when closed. */
record Remains(Docker docker, Marks marks, Watchdog watchdog) implements AutoCloseable {

    /** When this returns, whatever is marked so will not outlive this JVM, given a docker command. */
    static Remains guarded(Docker docker, Marks marks) {
        return new Remains(docker, marks, Watchdog.over(marks));
    }

    /** When this returns, nothing of the cluster is left. Closing again does nothing. */
    @Override
    public void close() {
        docker.remove(marks);
        watchdog.dismiss();
    }
}
