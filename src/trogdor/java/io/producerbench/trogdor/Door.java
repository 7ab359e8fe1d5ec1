package io.producerbench.trogdor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Answers 403 to every request that its rules do not admit, before Trogdor sees it. */
@PreMatching
final class Door implements ContainerRequestFilter {
    private static final int MOST_BYTES = 1 << 20;

    private final DoorRules rules;

    @Context
    private HttpServletRequest caller;

    Door(DoorRules rules) {
        this.rules = rules;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        byte[] body = request.getEntityStream().readNBytes(MOST_BYTES + 1);
        Optional<byte[]> admitted = body.length > MOST_BYTES
                ? Optional.empty()
                : rules.admitted(
                        caller.getRemoteAddr(),
                        request.getMethod(),
                        request.getUriInfo().getPath(),
                        body);
        if (admitted.isPresent()) {
            request.setEntityStream(new ByteArrayInputStream(admitted.get()));
        } else {
            request.abortWith(Response.status(Response.Status.FORBIDDEN)
                    .type("application/json")
                    .entity("{\"code\":403,\"message\":\"not admitted\"}")
                    .build());
        }
    }
}
