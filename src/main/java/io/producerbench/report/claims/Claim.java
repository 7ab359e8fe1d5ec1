package io.producerbench.report.claims;

import static io.producerbench.guarantee.Mode.ACKS_0;
import static io.producerbench.guarantee.Mode.ACKS_1;
import static io.producerbench.guarantee.Mode.ACKS_ALL;
import static io.producerbench.guarantee.Mode.IDEMPOTENT;
import static io.producerbench.guarantee.Mode.TRANSACTIONAL;

import io.producerbench.guarantee.Anomaly;
import io.producerbench.guarantee.Mode;
import io.producerbench.report.GuaranteeCell;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The claims of the textbook about delivery, and the cells that each one is about. */
enum Claim {
    ACKS_NONE(
            1,
            "acks=0: the producer does not check that the leader stored anything; no offset comes back, what has left is"
                    + " not sent again, and a fault loses records silently",
            List.of(CellSelector.of("C1", ACKS_0), CellSelector.of("C2", ACKS_0), CellSelector.of("C3", ACKS_0)),
            List.of(
                    CellSelector.all("C1"),
                    CellSelector.all("C2"),
                    CellSelector.all("C3"),
                    CellSelector.of("C5", ACKS_0))),

    ACKS_LEADER(
            2,
            "acks=1: the leader alone confirms; acknowledged records are lost when it dies before its followers have them",
            List.of(CellSelector.of("C5", ACKS_1)),
            List.of(CellSelector.of("C5", ACKS_1), CellSelector.of("C5b", ACKS_1))),

    ACKS_IN_SYNC(
            3,
            "acks=all: the leader and its in-sync followers confirm; a broker may die and nothing acknowledged is lost",
            List.of(CellSelector.of("C5", ACKS_ALL), CellSelector.of("C6b", ACKS_ALL)),
            List.of(
                    CellSelector.of("C5", ACKS_ALL, IDEMPOTENT, TRANSACTIONAL),
                    CellSelector.of("C5b", ACKS_ALL, IDEMPOTENT, TRANSACTIONAL),
                    CellSelector.of("C6b", ACKS_ALL, IDEMPOTENT, TRANSACTIONAL),
                    CellSelector.of("C7", ACKS_ALL, IDEMPOTENT, TRANSACTIONAL))),

    MIN_INSYNC_REPLICAS(
            4,
            "min.insync.replicas counts only with acks=all: with fewer replicas in sync the write is refused, and 1 is the"
                    + " leader alone",
            List.of(CellSelector.of("C7", ACKS_ALL), CellSelector.of("C8", ACKS_ALL), CellSelector.of("C9", ACKS_1)),
            List.of(CellSelector.all("C7"), CellSelector.all("C8"), CellSelector.all("C9"), CellSelector.all("C9b"))),

    AT_LEAST_ONCE(
            5,
            "at least once is what a plain producer gives: nothing acknowledged is lost with acks=all, but a retry can store"
                    + " a record twice or out of order",
            List.of(CellSelector.of("C10", ACKS_ALL), CellSelector.of("C14", ACKS_ALL)),
            retried(ACKS_1, ACKS_ALL)),

    IDEMPOTENCE(
            6,
            "enable.idempotence=true: each batch carries a producer id and a sequence number, so a retried batch is stored"
                    + " once and in order",
            List.of(CellSelector.of("C10", IDEMPOTENT), CellSelector.of("C14", IDEMPOTENT)),
            retried(IDEMPOTENT, TRANSACTIONAL)),

    ONE_SESSION(
            7,
            "idempotence ends with the session: a restarted producer has a new producer id, and what it sends again is"
                    + " stored again",
            List.of(CellSelector.of("C13", IDEMPOTENT)),
            List.of(CellSelector.all("C13"))),

    FORCED_SETTINGS(
            8,
            "idempotence forces settings: acks=all and few enough requests in flight; the producer refuses what"
                    + " contradicts them",
            List.of(),
            List.of()),

    ALL_OR_NONE(
            9,
            "transactions: records in many partitions become visible all or none; the end is marked by one more record in"
                    + " each partition",
            List.of(
                    CellSelector.of("C16", TRANSACTIONAL),
                    CellSelector.of("C19", TRANSACTIONAL),
                    CellSelector.of("C20", TRANSACTIONAL)),
            List.of(CellSelector.all("C16"), CellSelector.all("C19"), CellSelector.all("C20"))),

    READ_COMMITTED(
            10,
            "read_committed consumers see only committed records and nothing behind an open transaction; read_uncommitted"
                    + " sees everything",
            List.of(
                    CellSelector.of("C17", TRANSACTIONAL),
                    CellSelector.of("C18", TRANSACTIONAL),
                    CellSelector.of("C20", TRANSACTIONAL)),
            List.of(
                    CellSelector.all("C17"),
                    CellSelector.all("C18"),
                    CellSelector.all("C20"),
                    CellSelector.all("C21")));

    private final int number;
    private final String sentence;
    private final List<CellSelector> keys;
    private final List<CellSelector> speaksOf;

    Claim(int number, String sentence, List<CellSelector> keys, List<CellSelector> speaksOf) {
        this.number = number;
        this.sentence = sentence;
        this.keys = keys;
        this.speaksOf = speaksOf;
    }

    private static List<CellSelector> retried(Mode... modes) {
        return Stream.of("C10", "C11", "C14", "C14b")
                .map(experiment -> CellSelector.of(experiment, modes))
                .toList();
    }

    int number() {
        return number;
    }

    String sentence() {
        return sentence;
    }

    /**
     * Returns the cells that the claim needs. Each selector must match at least one measured cell.
     */
    List<CellSelector> keys() {
        return keys;
    }

    /**
     * Returns the anomalies that the claim is about although its experiments do not watch for them.
     */
    Set<Anomaly> alsoCounts() {
        return this == AT_LEAST_ONCE ? Set.of(Anomaly.LOST) : Set.of();
    }

    /** Returns the cells that the claim is about. */
    List<GuaranteeCell> cells(List<GuaranteeCell> all) {
        return all.stream()
                .filter(cell -> speaksOf.stream().anyMatch(pick -> pick.matches(cell)))
                .toList();
    }
}
