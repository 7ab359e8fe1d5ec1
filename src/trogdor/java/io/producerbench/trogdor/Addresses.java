package io.producerbench.trogdor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.TreeSet;

/** The numeric addresses of host names. */
final class Addresses {
    private Addresses() {}

    static Set<String> of(String... hostNames) throws UnknownHostException {
        Set<String> addresses = new TreeSet<>();
        for (String name : hostNames) {
            for (InetAddress address : InetAddress.getAllByName(name)) {
                addresses.add(address.getHostAddress());
            }
        }
        return addresses;
    }
}
