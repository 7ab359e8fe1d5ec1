package io.producerbench.hosts;

/** A host gave no usable part of a sample. The message begins with its name. */
final class HostFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient LoadHost host;

    HostFailure(LoadHost host, String what) {
        this(host, what, null);
    }

    HostFailure(LoadHost host, String what, Throwable cause) {
        super("host " + host.name() + ": " + what, cause);
        this.host = host;
    }

    LoadHost host() {
        return host;
    }
}
