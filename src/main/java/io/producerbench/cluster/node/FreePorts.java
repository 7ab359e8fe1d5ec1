package io.producerbench.cluster.node;

import io.producerbench.cluster.ClusterException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Free ports of this machine, held until just before the brokers bind them. */
public final class FreePorts implements AutoCloseable {

    private final List<ServerSocket> sockets = new ArrayList<>();

    /** Returns a port that only we hold until {@link #close()}. */
    public int next() {
        try {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(NodeSettings.HOST));
            sockets.add(socket);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ClusterException("could not find a free port on " + NodeSettings.HOST, e);
        }
    }

    /** When this returns, the ports are free. Another process may take one before a broker does. */
    @Override
    public void close() {
        try {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new ClusterException("could not release a port on " + NodeSettings.HOST, e);
        }
    }
}
