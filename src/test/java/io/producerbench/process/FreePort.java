package io.producerbench.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port for a program that a test starts, and that does not choose one itself. */
public final class FreePort {
    private FreePort() {}

    /** Returns a port of 127.0.0.1 that nobody listens on now. */
    public static int next() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.getLocalPort();
        }
    }
}
