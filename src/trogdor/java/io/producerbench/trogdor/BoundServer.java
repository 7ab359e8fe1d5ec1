package io.producerbench.trogdor;

import java.lang.reflect.Field;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.trogdor.rest.JsonRestServer;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Trogdor's REST server, bound to one address. Trogdor itself binds all of them and has no option
 * for it: its connector is private, hence the reflection.
 */
final class BoundServer {
    /** This field keeps the logger, because the JVM forgets the level of a logger that no field keeps. */
    private static final Logger REST_LIBRARY = Logger.getLogger("org.glassfish.jersey");

    private BoundServer() {}

    /** Returns a server that is not started. Its library warns at each start of what Trogdor does not use. */
    static JsonRestServer on(String address, int port) throws ReflectiveOperationException {
        REST_LIBRARY.setLevel(Level.SEVERE);
        JsonRestServer server = new JsonRestServer(port);
        Field connector = JsonRestServer.class.getDeclaredField("connector");
        connector.setAccessible(true);
        ((ServerConnector) connector.get(server)).setHost(address);
        return server;
    }
}
