package io.producerbench.guarantees.verification;

import io.producerbench.guarantee.Anomaly;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is made wrong in a history, or one that only looks so. Each returns what must be
 * found, or empty if it found no place.
 */
enum Mutation {
    LOSE_ONE {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> lose(history, stored));
        }
    },
    LOSE_THE_FIRST_OF_A_PARTITION {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random)
                    .map(any -> inPartition(history, any.partition()).get(0))
                    .filter(acknowledged(history)::contains)
                    .map(stored -> lose(history, stored));
        }
    },
    LOSE_THE_LAST_OF_A_PARTITION {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random)
                    .map(any -> last(inPartition(history, any.partition())))
                    .filter(acknowledged(history)::contains)
                    .map(stored -> lose(history, stored));
        }
    },
    LOSE_A_PARTITION {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(any -> {
                Expected expected = mustBeThere(history, stored -> stored.partition() == any.partition());
                for (int transaction : history.transactions.keySet()) {
                    List<Stored> seen = seenAcknowledged(history, transaction);
                    boolean here = seen.stream().anyMatch(stored -> stored.partition() == any.partition());
                    boolean elsewhere = seen.stream().anyMatch(stored -> stored.partition() != any.partition());
                    if (here && elsewhere) {
                        expected.and(Anomaly.TORN, "transaction " + transaction);
                    }
                }
                history.log.removeIf(stored -> stored.partition() == any.partition());
                return expected;
            });
        }
    },
    LOSE_ALL {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            Expected expected = mustBeThere(history, stored -> true);
            history.log.clear();
            return expected.isEmpty() ? Optional.empty() : Optional.of(expected);
        }
    },
    LOSE_ONE_AND_FORGET_THAT_IT_WAS_ACKNOWLEDGED {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                history.log.remove(stored);
                settle(history, stored, AttemptOutcome.UNKNOWN);
                return new Expected();
            });
        }
    },
    LOSE_ONE_AND_THE_BARRIER {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                history.log.remove(stored);
                history.incompleteUncommitted.add(stored.partition());
                return new Expected().incomplete();
            });
        }
    },
    FORGET_THE_LAST_ACKNOWLEDGEMENT {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            List<Stored> acknowledged = acknowledged(history);
            return acknowledged.isEmpty()
                    ? Optional.empty()
                    : Optional.of(last(acknowledged)).map(stored -> {
                        settle(history, stored, AttemptOutcome.UNKNOWN);
                        return new Expected();
                    });
        }
    },
    DUPLICATE_RIGHT_BEHIND {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                makeRoomBehind(history, stored);
                history.log.add(history.log.indexOf(stored) + 1, at(stored.partition(), stored.offset() + 1, stored));
                return new Expected().and(Anomaly.DUPLICATED, stored);
            });
        }
    },
    DUPLICATE_AT_THE_END {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                Expected expected = new Expected().and(Anomaly.DUPLICATED, stored);
                if (!last(ofSameProducer(history, stored)).equals(stored)) {
                    expected.and(Anomaly.REGRESSED, stored);
                }
                history.log.add(at(stored.partition(), FAR, stored));
                return expected;
            });
        }
    },
    DUPLICATE_IN_ANOTHER_PARTITION {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                history.log.add(at(stored.partition() + 1, FAR, stored));
                return new Expected().and(Anomaly.DUPLICATED, stored).and(Anomaly.MISPLACED, stored);
            });
        }
    },
    MOVE_TO_ANOTHER_PARTITION {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                history.log.remove(stored);
                history.log.add(at(stored.partition() + 1, FAR, stored));
                return new Expected().and(Anomaly.MISPLACED, stored);
            });
        }
    },
    SWAP_NEIGHBOURS {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            List<Stored> acknowledged = acknowledged(history);
            return pick(acknowledged, random)
                    .flatMap(first -> behind(ofSameProducer(history, first), first)
                            .filter(acknowledged::contains)
                            .map(second -> {
                                replace(history, first, at(first.partition(), first.offset(), second));
                                replace(history, second, at(second.partition(), second.offset(), first));
                                return new Expected()
                                        .and(Anomaly.REORDERED, first)
                                        .and(Anomaly.REGRESSED, first);
                            }));
        }
    },
    INVENT_ONE {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            RecordId id = new RecordId(AHistory.RUN, 0, 0, FAR);
            history.stored(FAR, id);
            return Optional.of(new Expected().and(Anomaly.PHANTOM, id));
        }
    },
    TAKE_ONE_FROM_ANOTHER_RUN {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            RecordId id = new RecordId(AHistory.RUN + 1, 0, 0, 0);
            history.stored(FAR, id);
            return Optional.of(new Expected().and(Anomaly.PHANTOM, id));
        }
    },
    FORGET_AN_ATTEMPT {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                history.attempts.removeIf(attempt -> attempt.id().equals(id(stored)));
                return new Expected().and(Anomaly.PHANTOM, stored);
            });
        }
    },
    FLIP_A_BIT {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                byte[] value = new RecordHeader(id(stored), 0, RecordKind.DATA).encode(100);
                value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                Optional<RecordId> read = RecordHeader.decode(value).map(RecordHeader::id);
                replace(history, stored, new Stored(stored.partition(), stored.offset(), read, 0));
                return new Expected().and(Anomaly.CORRUPT, stored.place()).and(Anomaly.LOST, stored);
            });
        }
    },
    SHOW_AN_ABORTED_ONE {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return show(history, random, TransactionOutcome.ABORTED);
        }
    },
    SHOW_AN_OPEN_ONE {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return show(history, random, TransactionOutcome.OPEN);
        }
    },
    SHOW_AN_ABORTED_ONE_FOR_A_MOMENT {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(of(history, TransactionOutcome.ABORTED), random).map(stored -> {
                history.look(Isolation.READ_COMMITTED, stored);
                return new Expected().and(Anomaly.DIRTY_VISIBLE, stored);
            });
        }
    },
    TEAR_A_COMMITTED_TRANSACTION {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return tear(history, random, TransactionOutcome.COMMITTED);
        }
    },
    TEAR_A_TRANSACTION_OF_UNKNOWN_OUTCOME {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return tear(history, random, TransactionOutcome.UNKNOWN);
        }
    },
    PUT_TWO_AT_ONE_OFFSET {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random)
                    .flatMap(first -> behind(inPartition(history, first.partition()), first)
                            .filter(second -> second.transaction() == 0)
                            .map(second -> {
                                replace(history, second, at(second.partition(), first.offset(), second));
                                return new Expected().and(Anomaly.SHARED_OFFSET, second);
                            }));
        }
    },
    TELL_ANOTHER_OFFSET {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                history.attempts.replaceAll(attempt -> attempt.id().equals(id(stored))
                        ? new Attempt(attempt.id(), 0, AttemptOutcome.ACKNOWLEDGED, stored.offset() + 1)
                        : attempt);
                return new Expected().and(Anomaly.WRONG_OFFSET, stored);
            });
        }
    },
    SAY_THAT_IT_WAS_REJECTED {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                settle(history, stored, AttemptOutcome.REJECTED);
                return new Expected().and(Anomaly.UNEXPECTED, stored);
            });
        }
    },
    SAY_THAT_IT_WAS_NEVER_SENT {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                settle(history, stored, AttemptOutcome.NEVER_SENT);
                return new Expected().and(Anomaly.UNEXPECTED, stored);
            });
        }
    },
    HIDE_FROM_A_LOOK {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                Stored[] seen = history.log.stream()
                        .filter(other -> !other.equals(stored))
                        .toArray(Stored[]::new);
                history.look(Isolation.READ_UNCOMMITTED, seen);
                return new Expected().and(Anomaly.INVISIBLE_UNTIL_HEAL, stored);
            });
        }
    },
    SEND_AGAIN_IN_VAIN {
        @Override
        Optional<Expected> plant(AHistory history, Random random) {
            return pick(acknowledged(history), random).map(stored -> {
                history.attempted(id(stored), random.nextBoolean() ? AttemptOutcome.UNKNOWN : AttemptOutcome.REJECTED);
                return new Expected();
            });
        }
    };

    /** An offset, or a sequence, beyond all others. */
    private static final long FAR = 1_000_000;

    abstract Optional<Expected> plant(AHistory history, Random random);

    /**
     * What the checker must find more than before, each as the anomaly and its subject, and nothing
     * else.
     */
    static final class Expected {
        private final Set<String> findings = new HashSet<>();
        private boolean incomplete;

        Expected and(Anomaly anomaly, Stored stored) {
            return and(anomaly, id(stored));
        }

        Expected and(Anomaly anomaly, Object subject) {
            findings.add(anomaly + " " + subject);
            return this;
        }

        Expected incomplete() {
            incomplete = true;
            return this;
        }

        boolean isEmpty() {
            return findings.isEmpty();
        }

        Set<String> findings() {
            return findings;
        }

        boolean isIncomplete() {
            return incomplete;
        }
    }

    private static Expected lose(AHistory history, Stored stored) {
        history.log.remove(stored);
        return new Expected().and(Anomaly.LOST, stored);
    }

    private static Optional<Expected> show(AHistory history, Random random, TransactionOutcome outcome) {
        return pick(of(history, outcome), random).map(stored -> {
            history.shown.add(stored);
            return new Expected().and(Anomaly.DIRTY_VISIBLE, stored);
        });
    }

    /** Hides what a transaction wrote to one of its partitions. */
    private static Optional<Expected> tear(AHistory history, Random random, TransactionOutcome outcome) {
        List<Integer> whole = history.transactions.keySet().stream()
                .filter(transaction -> history.transactions.get(transaction) == outcome)
                .filter(transaction -> seenAcknowledged(history, transaction).stream()
                                .map(Stored::partition)
                                .distinct()
                                .count()
                        > 1)
                .toList();
        return pick(whole, random).map(transaction -> {
            List<Stored> records = seenAcknowledged(history, transaction);
            int partition = records.get(0).partition();
            Expected expected = new Expected().and(Anomaly.TORN, "transaction " + transaction);
            records.stream().filter(stored -> stored.partition() == partition).forEach(stored -> {
                history.hidden(id(stored));
                if (outcome == TransactionOutcome.COMMITTED) {
                    expected.and(Anomaly.LOST, stored);
                }
            });
            return expected;
        });
    }

    private static Expected mustBeThere(AHistory history, Predicate<Stored> filter) {
        Expected expected = new Expected();
        Stream.concat(acknowledged(history).stream(), of(history, TransactionOutcome.COMMITTED).stream())
                .filter(filter)
                .forEach(stored -> expected.and(Anomaly.LOST, stored));
        return expected;
    }

    /** Plain records that were acknowledged and are there. */
    private static List<Stored> acknowledged(AHistory history) {
        Set<RecordId> acknowledged = history.attempts.stream()
                .filter(attempt -> attempt.outcome() == AttemptOutcome.ACKNOWLEDGED && attempt.transaction() == 0)
                .map(Attempt::id)
                .collect(Collectors.toSet());
        return history.log.stream()
                .filter(stored -> acknowledged.contains(id(stored)))
                .toList();
    }

    private static List<Stored> of(AHistory history, TransactionOutcome outcome) {
        return history.log.stream()
                .filter(stored -> history.transactions.get(stored.transaction()) == outcome)
                .toList();
    }

    private static List<Stored> seenAcknowledged(AHistory history, int transaction) {
        Set<Stored> seen = new HashSet<>(history.history().committed().records());
        return history.log.stream()
                .filter(stored -> stored.transaction() == transaction && seen.contains(stored))
                .toList();
    }

    private static List<Stored> inPartition(AHistory history, int partition) {
        return history.log.stream()
                .filter(stored -> stored.partition() == partition)
                .toList();
    }

    private static List<Stored> ofSameProducer(AHistory history, Stored stored) {
        return inPartition(history, stored.partition()).stream()
                .filter(other -> id(other).producer() == id(stored).producer())
                .toList();
    }

    private static Optional<Stored> behind(List<Stored> records, Stored stored) {
        int next = records.indexOf(stored) + 1;
        return next < records.size() ? Optional.of(records.get(next)) : Optional.empty();
    }

    private static Stored last(List<Stored> records) {
        return records.get(records.size() - 1);
    }

    /** The same record elsewhere. */
    private static Stored at(int partition, long offset, Stored record) {
        return new Stored(partition, offset, record.id(), record.transaction());
    }

    /**
     * Puts a record in the place of another, and lets the broker have told that place, if it told
     * any.
     */
    private static void replace(AHistory history, Stored old, Stored now) {
        Collections.replaceAll(history.log, old, now);
        history.attempts.replaceAll(attempt -> now.id().equals(Optional.of(attempt.id())) && attempt.offset() >= 0
                ? new Attempt(attempt.id(), attempt.transaction(), attempt.outcome(), now.offset())
                : attempt);
    }

    private static void settle(AHistory history, Stored stored, AttemptOutcome outcome) {
        history.attempts.replaceAll(attempt -> attempt.id().equals(id(stored))
                ? new Attempt(attempt.id(), attempt.transaction(), outcome, Attempt.NO_OFFSET)
                : attempt);
    }

    /** One offset more between a record and whatever follows it. */
    private static void makeRoomBehind(AHistory history, Stored stored) {
        history.log.replaceAll(other -> other.partition() == stored.partition() && other.offset() > stored.offset()
                ? at(other.partition(), other.offset() + 1, other)
                : other);
        history.attempts.replaceAll(
                attempt -> attempt.id().partition() == stored.partition() && attempt.offset() > stored.offset()
                        ? new Attempt(attempt.id(), attempt.transaction(), attempt.outcome(), attempt.offset() + 1)
                        : attempt);
    }

    private static RecordId id(Stored stored) {
        return stored.id().orElseThrow();
    }

    private static <T> Optional<T> pick(List<T> from, Random random) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }

    /** All that there are, shuffled. */
    static List<Mutation> shuffled(Random random) {
        List<Mutation> all = new ArrayList<>(Arrays.asList(values()));
        Collections.shuffle(all, random);
        return all;
    }
}
