package io.producerbench.trogdor;

import java.lang.reflect.Field;
import org.apache.kafka.trogdor.rest.JsonRestServer;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Trogdor's REST server, bound to one address. Trogdor itself binds all of them and has no option
 * for it: its connector is private, hence the reflection.
 */
final class BoundServer {
    private BoundServer() {}

    static JsonRestServer on(String address, int port) throws ReflectiveOperationException {
        JsonRestServer server = new JsonRestServer(port);
        Field connector = JsonRestServer.class.getDeclaredField("connector");
        connector.setAccessible(true);
        ((ServerConnector) connector.get(server)).setHost(address);
        return server;
    }
}
