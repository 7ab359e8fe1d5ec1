package io.producerbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The columns of {@code samples.csv}, in order. {@code docs/files} explains each of them.
 */
public final class SampleColumns {
    /** What the columns mean: names, unit, meaning, and when a cell is empty. */
    public static final String WORDS = """
            schema_version | | version of these columns | never
            run_id | | name of the run's directory | never
            started_at | UTC | when the sample began | never
            commit | | checked-out commit, `unknown` without git | never
            dirty | true, false | whether any file outside `results/` differed from the commit; false if the commit is `unknown` | never
            cluster_kind | | how the brokers were run: `processes` by the suite, or `external` by another party | never
            broker_version | | Kafka version of the brokers | `cluster_kind` is `external`: brokers do not tell
            client_version | | Kafka version of the measured producer | never
            jdk | | Java version of the measuring fork | never
            cpu_model | | the kernel's name of the CPU | the kernel does not tell
            cores | | processors the JVM may use | never
            capacity_valid | true, false | true if absolute rates are meaningful: six physical cores or more | never
            seed | | of the order and of the payloads | never
            block | | from 1; a block measures every scenario once | never
            order_in_block | | from 1; the place in the block's shuffle | never
            attempt | | from 1, at most 3; how often the sample had been taken, this time included. The first OK attempt counts | never
            mode | | what `acks`, `enable.idempotence` and `transactional` are together: `acks=0`, `acks=1`, `acks=all`, `idempotent` or `transactional` | never
            benchmark | | `MaxRate`: closed loop, measures the rate; `FixedRate`: open loop, measures latencies; `Visible`: the same with two consumers, measures when they see the records; `Refusal`: the brokers refuse every record (`acks=all` with fewer live replicas than `min.insync.replicas`), measures the errors that a producer gets | never
            acks | | `0`, `1` or `all` | never
            enable.idempotence | true, false | the producer's setting | never
            transactional | true, false | whether records are sent in transactions | never
            min.insync.replicas | replicas | the topic's setting; used with `acks=all` only | never
            record_size | bytes | length of each record's value | never
            partitions | | of the topic | never
            replication.factor | replicas | of the topic | never
            producers | | at work at the same time | never
            linger.ms | ms | the producer's setting | never
            batch.size | bytes | the producer's setting | never
            max.in.flight.requests.per.connection | requests | the producer's setting | never
            compression.type | | the producer's setting | never
            buffer.memory | bytes | the producer's setting | never
            target_rate | records/s | offered by all producers together | MaxRate, Refusal
            records_per_transaction | records | between commits | without transactions, or `transaction_ms` above 0
            transaction_ms | ms | from the first record of a transaction to its commit; 0 if `records_per_transaction` decides | never
            abort_rate | | share of transactions that the producer aborts, drawn by the seed. Their records are acknowledged, and `acknowledged` and every rate count them | never
            open_transaction_ms | ms | for which another producer keeps each of its transactions open on every partition, one after the other; 0 if there is none | never
            keys | | `none`, or `uniform`: drawn uniformly | never
            latency_sampling | records | of how many one is timed: `16`, or `1`, which is every one, as always at FixedRate and Visible | never
            brokers_down | brokers | killed before the sample and dead while it was measured | never
            status | | `OK`: every check passed; `INVALID`: it ran but a check failed; `FAILED`: it gave no numbers | never
            status_reason | | the problems, joined by `; ` | OK
            status_cause | disturbance, finding | `disturbance`: the machine or the cluster did it, and the sample is taken again at the end of its block. `finding`: the setting, the brokers or this program did it, and a repetition would hide it | OK
            limited_by | | what limited MaxRate: `machine` (all cores busy), `client` (one of its threads used up a core), `brokers` (neither) | FixedRate, Visible, FAILED, machine's load unknown
            sent | records | handed to `send()` by the fork | FAILED
            acknowledged | records | callbacks of the fork without an exception | FAILED, `acks=0`
            failed | records | of the fork, certainly not in the log: refused, or failed inside `send()` | FAILED
            unknown | records | of the fork, neither acknowledged nor certainly refused (timeouts, disconnects): they may be in the log | FAILED
            log_end_delta | records | records of the fork that the brokers hold, without control records | FAILED, could not be read
            records_per_s | records/s | the headline: acknowledged in the window; with `acks=0` the growth of the brokers' log | FAILED, `acks=0` where no record can be seen before the dead broker is back
            mb_per_s | 10⁶ bytes/s | `records_per_s` × `record_size` | FAILED
            jmh_score | see the next row | JMH's own score, which counts records sent | FAILED
            jmh_score_unit | | its unit | FAILED
            log_end_records_per_s | records/s | growth of the brokers' log in nearly the same window, without control records: the high watermark, or with `acks` 0 and 1 the leaders' log end (on secured clusters always the high watermark) | FAILED
            measured_s | s | length of the window | FAILED
            committed_records | records | acknowledged records of the fork whose transaction was not aborted | FAILED, without transactions
            aborted_records | records | acknowledged records of the fork whose transaction was aborted; `abort_rate` of all of them, but for chance | likewise
            ack_mean_us ack_p50_us ack_p90_us ack_p99_us ack_p99_9_us ack_p99_99_us ack_max_us | µs | from when a record was due to its acknowledgement | FAILED, MaxRate, `acks=0`
            service_mean_us service_p50_us service_p90_us service_p99_us service_p99_9_us service_p99_99_us service_max_us | µs | from the call of `send()` to the acknowledgement; at MaxRate mostly the length of a queue | FAILED, `acks=0`
            send_blocked_p99_us send_blocked_max_us | µs | spent inside `send()` | FAILED
            commit_p50_us commit_p99_us commit_max_us | µs | spent inside `commitTransaction()` | FAILED, without transactions
            committed_p50_us committed_p99_us committed_p99_9_us committed_max_us | µs | from when a record was due to the end of the commit that made it visible | FAILED, MaxRate, without transactions
            send_lag_p99_us | µs | from when a record was due to the call of `send()` | FAILED, MaxRate
            client_cpu_us_per_record | µs | CPU time of the sending and network threads per successful callback in the window; at FixedRate mostly the waiting for due times (a park and some spinning for each record), so a cost at MaxRate only | FAILED
            broker_cpu_us_per_record | µs | CPU time of all brokers per successful callback in the window | FAILED, cannot be read from outside
            client_alloc_bytes_per_record | bytes | heap allocated by the sending and network threads per successful callback | FAILED
            slot_misses | slots | allocated on the hot path because more records were in flight than there are slots; if not 0, some of the cost is the suite's own | FAILED
            gc_ms | ms | the fork's collections in the window | FAILED
            client_busiest_thread_share | of one core | CPU time of the client's busiest thread | FAILED
            machine_busy_share | of all cores | time that was not idle, stolen time included | FAILED, unknown
            steal_share | of all cores | time that the hypervisor gave to other machines | FAILED, unknown
            batch_size_avg_bytes | bytes | the producer's `batch-size-avg` since the start of the fork; the mean of several producers | FAILED, no value
            records_per_request_avg | records | successful callbacks in the window per request (Kafka's own `records-per-request-avg` also counts the times when the sender finds nothing that it may send) | FAILED, with transactions, whose own requests are counted too
            request_rate | requests/s | all requests of all producers in the window, by `request-total` | FAILED
            retries | records | sent again by the fork (`record-retry-total`) | FAILED
            record_errors | records | given up by the fork (`record-error-total`) | FAILED
            produce_throttle_ms | ms | how long the brokers told all producers together to wait, by a quota, from the lead-in to the last acknowledgement (`produce-throttle-time-avg` × `response-total`) | FAILED, `acks=0`, to which brokers say nothing
            others_cpu_share | of all cores | CPU time of processes that are not part of the run, in the windows: all processes, less fork, brokers, controller and this program. Interrupts are left out. More than 0.10 (`--most-others`) makes the sample INVALID | FAILED, unknown; brokers on this machine whose CPU time cannot be read
            broker_jit_share | of all cores | CPU time of the brokers' compiler threads | FAILED, brokers that are no processes of ours
            client_jit_share | of all cores | CPU time of the fork's compiler threads; where the kernel does not tell it, the time that compilations took, which is longer on a busy machine | FAILED
            cpu_pressure_share | of the time | part of the windows in which some thread of the machine was ready to run and had no core (`some` of `/proc/pressure/cpu`) | FAILED, a kernel without it
            stood_still_ms | ms | longest time in a window in which the fork, a broker or the whole machine did not run; for the fork, the longest gap of a thread that wakes every 10 ms. More than 500 makes the sample INVALID | FAILED
            cold | true, false | true if the brokers were still compiling, or their rates still rising, when the warm-up ended | FAILED, brokers that do not tell what they compile
            histogram_file | | in `histograms/` | FAILED, Refusal
            killed_broker | | id of the killed broker, which led the first partition | FAILED, `brokers_down` 0
            leaders_moved | partitions | of the sample's topic that it led and that other brokers lead while it is dead | likewise
            unavailable_ms | ms | the longest time between two acknowledgements from just before its death on, seen by a producer of the row's mode on a partition that the dead broker led | likewise, `acks=0`, Refusal (no acknowledgement ever came)
            first_ack_ms | ms | from its death to the first acknowledgement of a record that was due after it, by the same producer | likewise
            invisible_until_heal | records | of the fork that a consumer could see only after the dead broker was back | FAILED, `brokers_down` 0, Refusal
            refused | records | answered with an error for a producer with the fewest retries that Kafka allows: none, or one with idempotence | not Refusal
            refused_with | | the errors, different ones joined by `+` | likewise
            refused_p50_ms | ms | from `send()` to the error, the median | likewise
            expired | records | answered with an error for a producer with the default retries | likewise
            expired_with | | the errors, different ones joined by `+` | likewise
            expired_p50_ms | ms | from `send()` to the error, the median | likewise
            delivery_timeout_ms | ms | the second producer's `delivery.timeout.ms`; Kafka's default is two minutes | likewise
            """ + VisibilityColumns.WORDS + """
            hosts | hosts | how many gave the load; with more than one, every number is the sum or the common histogram of all of them, and `hosts.csv` has a row for each | never
            """;

    public static final List<Column<SampleRow>> ALL = all();

    private SampleColumns() {}

    private static List<Column<SampleRow>> all() {
        List<Column<SampleRow>> columns =
                new ArrayList<>(RunIdentity.leadingColumns(SampleRow::run, SampleRow::startedAt));
        columns.add(Column.text(SampleKeys.BLOCK, row -> row.step().block()));
        columns.add(Column.text(SampleKeys.ORDER_IN_BLOCK, row -> row.step().orderInBlock()));
        columns.add(Column.text(SampleKeys.ATTEMPT, row -> row.step().attempt()));
        columns.add(Column.text(
                RowMode.KEY, row -> row.step().scenario().guarantee().mode().label()));
        SettingColumn.COLUMNS.forEach(
                column -> columns.add(column.on(row -> row.step().scenario())));
        columns.addAll(validity());
        columns.addAll(OutcomeColumns.ALL);
        columns.addAll(LatencyColumns.ALL);
        columns.addAll(CostColumns.ALL);
        columns.add(Column.text(
                SampleKeys.HISTOGRAM_FILE,
                row -> row.fork().isPresent() ? RunDirectory.histogramName(row.step()) : ""));
        columns.addAll(OutageColumns.ALL);
        columns.addAll(VisibilityColumns.ALL);
        columns.add(Column.text(RunKeys.HOSTS, row -> row.run().hosts()));
        return List.copyOf(columns);
    }

    private static List<Column<SampleRow>> validity() {
        return List.of(
                Column.text(SampleKeys.STATUS, SampleRow::status),
                Column.text(SampleKeys.STATUS_REASON, SampleRow::statusReason),
                Column.text(
                        SampleKeys.STATUS_CAUSE,
                        row -> row.validity()
                                .cause()
                                .map(cause -> cause.name().toLowerCase(Locale.ROOT))
                                .orElse("")),
                Column.text(
                        SampleKeys.LIMITED_BY,
                        row -> row.limitedBy()
                                .map(limit -> limit.name().toLowerCase(Locale.ROOT))
                                .orElse("")));
    }
}
