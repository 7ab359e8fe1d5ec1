package io.producerbench.trogdor;

import java.util.Optional;

/** What may be asked, and by whom. */
@FunctionalInterface
interface DoorRules {
    /**
     * Returns the body that Trogdor reads: the one that was checked, written anew, so that no second
     * reading of the same bytes can find something else in it. Empty if the request is refused.
     *
     * @param caller the address of the other end
     */
    Optional<byte[]> admitted(String caller, String method, String path, byte[] body);
}
