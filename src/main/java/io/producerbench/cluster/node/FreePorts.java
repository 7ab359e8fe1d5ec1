package io.producerbench.cluster.node;

import io.producerbench.cluster.ClusterException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Free ports of this machine, held until just before their users bind them. */
public final class FreePorts implements AutoCloseable {

    private final List<ServerSocket> sockets = new ArrayList<>();

    /** When this returns, the port is free but for us, and stays so until {@link #close()}. */
    public int next() {
        try {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(NodeSettings.HOST));
            sockets.add(socket);
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ClusterException("could not find a free port on " + NodeSettings.HOST, e);
        }
    }

    /** When this returns, the ports are free for their users, and for anyone quicker. */
    @Override
    public void close() {
        try {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new ClusterException("could not let go of a port on " + NodeSettings.HOST, e);
        }
    }
}
