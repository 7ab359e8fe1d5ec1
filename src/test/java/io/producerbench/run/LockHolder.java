package io.producerbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A program that takes the lock of its first argument, makes the file of its second, and stays. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        RunLock.take(Path.of(arguments[0]), RunHolder.thisProcess("duet a b")).orElseThrow();
        Files.createFile(Path.of(arguments[1]));
        while (true) {
            LockSupport.park();
        }
    }
}
