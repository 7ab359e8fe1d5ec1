package io.producerbench.cluster.external;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;

/** Tells whether a broker's host name means this machine. */
final class OwnAddress {
    private OwnAddress() {}

    /** True if the name resolves to an address of this machine; false if it cannot be resolved. */
    static boolean is(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unresolved) {
            return false;
        }
    }
}
