package io.producerbench.cluster.external;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses in {@code bootstrap.servers}. */
public final class Servers {

    private static final Pattern ADDRESS = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\s:,/@\\[\\]]+):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private Servers() {}

    /** @throws IllegalArgumentException if it is not {@code host:port}, with more after commas */
    public static String require(String servers) {
        parse(servers);
        return servers;
    }

    static List<FrontDoor> parse(String servers) {
        return Arrays.stream(servers.split(",", -1))
                .map(String::strip)
                .map(Servers::door)
                .toList();
    }

    private static FrontDoor door(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()
                || Integer.parseInt(parts.group(2)) < 1
                || Integer.parseInt(parts.group(2)) > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "expected host:port, and more of them after commas, got '" + address + "'");
        }
        String host = parts.group(1).replaceAll("[\\[\\]]", "");
        return new FrontDoor(host, Integer.parseInt(parts.group(2)));
    }

    static String text(FrontDoor door) {
        return (door.host().contains(":") ? "[" + door.host() + "]" : door.host()) + ":" + door.port();
    }
}
