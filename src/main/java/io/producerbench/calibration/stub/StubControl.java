package io.producerbench.calibration.stub;

import io.producerbench.calibration.stub.ReferenceLog.Withholding;
import java.io.IOException;
import java.nio.file.Path;

/** Does what the parent process commands. The commands are those that {@link StubProcess} sends. */
record StubControl(Withheld withheld, ReadFaults faults, Requests requests, ReferenceRecorder recorder) {

    /** @throws IllegalArgumentException if there is no such command */
    void execute(String command) throws IOException {
        String[] words = command.split(" ", 2);
        switch (words[0]) {
            case "withhold-produce" -> withhold(ReplyKind.PRODUCE, Long.parseLong(words[1]));
            case "withhold-end-txn" -> withhold(ReplyKind.END_TXN, Long.parseLong(words[1]));
            case "plant" -> faults.plant(ReadFault.valueOf(words[1]));
            case "fail" -> requests.failNext(ScriptedError.valueOf(words[1]));
            case "log" -> recorder.write(Path.of(words[1]));
            default ->
                throw new IllegalArgumentException(
                        "expected withhold-produce NS, withhold-end-txn NS, plant FAULT, fail ERROR or log FILE, got "
                                + command);
        }
    }

    private void withhold(ReplyKind kind, long nanos) {
        long from = System.nanoTime();
        withheld.until(kind, from + nanos);
        recorder.withheld(new Withholding(kind, from, from + nanos));
    }
}
