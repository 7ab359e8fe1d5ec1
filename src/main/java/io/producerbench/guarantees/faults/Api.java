package io.producerbench.guarantees.faults;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The Kafka requests that faults can select, each with Kafka's API key. */
public enum Api {
    PRODUCE(0),
    FETCH(1),
    LIST_OFFSETS(2),
    METADATA(3),
    FIND_COORDINATOR(10),
    API_VERSIONS(18),
    INIT_PRODUCER_ID(22),
    OFFSET_FOR_LEADER_EPOCH(23),
    ADD_PARTITIONS_TO_TXN(24),
    ADD_OFFSETS_TO_TXN(25),
    END_TXN(26),
    WRITE_TXN_MARKERS(27),
    TXN_OFFSET_COMMIT(28);

    private static final Map<Short, Api> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toMap(api -> api.key, Function.identity()));

    private final short key;

    Api(int key) {
        this.key = (short) key;
    }

    /** Returns Kafka's API key. */
    short key() {
        return key;
    }

    /** Returns the request with this API key, empty if faults cannot select it. */
    static Optional<Api> of(short key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
