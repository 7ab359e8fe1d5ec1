package io.producerbench.hosts;

import io.producerbench.failure.EnvironmentException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program that Trogdor's agent starts: it reads its order from one line of its input and writes
 * JSON lines. It ends with its agent, whose end closes the input.
 */
public final class LaneProcess {
    /** The variable that names the directory with client settings. */
    static final String CLIENT_CONFIGS = "PRODUCERBENCH_CLIENT_CONFIGS";

    private static final int AGENT_ENDED = 1;

    private LaneProcess() {}

    /** Returns true if the lane gave a result; otherwise it has told the agent why not. */
    public static boolean run(InputStream in, PrintStream out, Path home) {
        try {
            BufferedReader input = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            JsonNode order = JsonMapper.shared()
                    .readTree(Optional.ofNullable(input.readLine()).orElse("{}"));
            endWith(input);
            Lane.run(
                    JsonMapper.shared().treeToValue(order.path("workload"), LaneOrder.class),
                    home,
                    Optional.ofNullable(System.getenv(CLIENT_CONFIGS)).map(Path::of),
                    status -> write(out, Map.of("status", status)));
            return true;
        } catch (IOException | EnvironmentException | JacksonException | IllegalArgumentException e) {
            write(out, Map.of("error", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Writes a line. A broken pipe means that the agent is dead, which a PrintStream would hide. */
    private static void write(PrintStream out, Object line) {
        out.println(JsonMapper.shared().writeValueAsString(line));
        if (out.checkError()) {
            Runtime.getRuntime().halt(AGENT_ENDED);
        }
    }

    private static void endWith(BufferedReader input) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (input.readLine() != null) {
                            // Trogdor writes nothing after the order.
                        }
                    } catch (IOException broken) {
                        // The agent's end is gone too.
                    }
                    // Not exit(), because a hook could wait. The fork ends with this process.
                    Runtime.getRuntime().halt(AGENT_ENDED);
                },
                "agent-end");
        thread.setDaemon(true);
        thread.start();
    }
}
