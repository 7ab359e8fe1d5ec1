package io.producerbench.cli;

import static io.producerbench.cli.BadInput.file;
import static io.producerbench.cli.BadInput.usage;

import io.producerbench.cli.BadInput.Damage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Input that the program cannot use, by what it is about. A test gives it each of them, and docs/errors.md lists them. */
final class BadInputs {
    private BadInputs() {}

    static Stream<BadInput> all() {
        return bySubject().values().stream().flatMap(List::stream);
    }

    static Map<String, List<BadInput>> bySubject() {
        Map<String, List<BadInput>> inputs = new LinkedHashMap<>();
        inputs.put("The command line", commandLine());
        inputs.put("Parameters", parameters());
        inputs.put("JMH's options", jmhOptions());
        inputs.put("The JVM of the forks", forkJvm());
        inputs.put("Brokers", brokers());
        inputs.put("Duets", duets());
        inputs.put("Curves", curves());
        inputs.put("Plans", plans());
        inputs.put("Files", files());
        return inputs;
    }

    private static List<BadInput> commandLine() {
        return List.of(
                usage("swep", "there is no command or benchmark 'swep'; did you mean 'sweep'?"),
                usage("clutser", "there is no command or benchmark 'clutser'; did you mean 'cluster'?"),
                usage(
                        "nonsense",
                        "there is no command or benchmark 'nonsense'; the commands are sweep, guarantees, report, compare, duet, curve, history, export, plan, calibrate, cluster, agent, lane, completion, the benchmarks MaxRate, FixedRate, Visible"),
                usage(
                        "NoSuchBenchmark",
                        "there is no command or benchmark 'NoSuchBenchmark'; the commands are sweep, guarantees, report, compare, duet, curve, history, export, plan, calibrate, cluster, agent, lane, completion, the benchmarks MaxRate, FixedRate, Visible"),
                usage(
                        "sweep NoSuchBenchmark",
                        "no benchmark matches [NoSuchBenchmark]; there are MaxRate, FixedRate and Visible"),
                usage(
                        "MaxRate FixdRate --dry-run",
                        "no benchmark matches [FixdRate]; there are MaxRate, FixedRate and Visible; did you mean 'FixedRate'?"),
                usage(
                        "--dry-run MaxRate plan",
                        "no benchmark matches [plan]; there are MaxRate, FixedRate and Visible"),
                usage(
                        "--dry-run -i 2147483647",
                        "-i 2147483647: expected iterations that take less than 1 day in one sample; give fewer or shorter ones"),
                usage(
                        "--dry-run -wi 1000 -w 100s",
                        "-wi 1000: expected iterations that take less than 1 day in one sample; give fewer or shorter ones"),
                usage("sweep Max[", "'Max[' is not a regular expression: Unclosed character class"),
                usage("-e Rate", "-e Rate excludes every benchmark; there are MaxRate, FixedRate and Visible"),
                usage(
                        "MaxRate -e Max",
                        "no benchmark matches [MaxRate] without [Max]; there are MaxRate, FixedRate and Visible"),
                usage("--qick", "there is no option --qick; did you mean --quick?"),
                usage("--qick=1", "there is no option --qick; did you mean --quick?"),
                usage("--zzzzzzzz", "there is no option --zzzzzzzz; --help lists them"),
                usage(
                        "-- --dry-run",
                        "--dry-run stands after '--', behind which no options are read; leave the '--' out"),
                usage("-zz", "z is not a recognized option: ./run-bench.sh -h lists JMH's options, --help ours"),
                usage(
                        "--seed abc",
                        "Invalid value for option '--seed': expected a whole number of at most 9223372036854775807, got 'abc'"),
                usage("--most-others lots", "Invalid value for option '--most-others': expected a number, got 'lots'"),
                usage(
                        "--dry-run --results DIR/base/samples.csv",
                        "--results DIR/base/samples.csv: expected a directory, or the name of a new one, got a file; name another"),
                usage(
                        "--dry-run --results DIR/base/samples.csv/new",
                        "--results DIR/base/samples.csv/new: expected a directory, or the name of a new one, got the file DIR/base/samples.csv on the way; name another"),
                usage("--results", "Missing required parameter for option '--results' (DIR)"),
                usage(
                        "--broker-warm-up-rounds 0",
                        "--broker-warm-up-rounds: expected at least 1, because cold brokers cannot be measured, got 0"),
                usage(
                        "--broker-warm-up-rounds many",
                        "Invalid value for option '--broker-warm-up-rounds': expected a whole number of at most 2147483647, got"
                                + " 'many'"),
                usage("cluster --quick", "there is no option --quick; --help lists them"),
                usage("calibrate MaxRate", "calibrate takes only options, got: MaxRate; --help lists them"),
                usage("calibrate --peer", "there is no option --peer; did you mean --peers?"),
                usage("calibrate --blocks 0", "--blocks: expected 1 to 10000, got: 0"),
                usage("calibrate --blocks 1000000", "--blocks: expected 1 to 10000, got: 1000000"),
                usage("calibrate --comparisons 5", "--comparisons is for --discrimination; add that"),
                usage("calibrate --discrimination --comparisons 0", "--comparisons: expected 1 to 10000, got: 0"),
                usage(
                        "calibrate --discrimination --peers",
                        "--discrimination is a run of its own; leave out --peers and --blocks"),
                usage("guarantees C5", "guarantees takes only options, got: C5; --help lists them"),
                usage(
                        "guarantees --tier smok",
                        "--tier: expected smoke, standard, release, nightly, got: smok; did you mean 'smoke'?"),
                usage("guarantees --only C99", "--only: there is no experiment 'C99'; did you mean C9?"),
                usage("guarantees --trials 0", "--trials: expected 1 to 10000, got: 0"),
                usage("guarantees --trials 1000000", "--trials: expected 1 to 10000, got: 1000000"),
                usage(
                        "guarantees --bootstrap-server a:1",
                        "guarantees kills brokers and cuts connections, and does so only to brokers that it starts itself; leave out --bootstrap-server, --command-config, --command-property, and measure costs on that cluster with the sweep"));
    }

    private static List<BadInput> curves() {
        return List.of(
                usage(
                        "curve --slo p99=20",
                        "--slo p99=20: expected a time with its unit, as 20ms, got '20', which may mean 20ms or 20s; add the unit"),
                usage(
                        "curve --slo 20ms",
                        "--slo 20ms: expected a percentile and its limit such as p99=20ms, got '20ms'"),
                usage(
                        "curve --slo p99=20msec",
                        "--slo p99=20msec: expected a time with its unit, as 20ms, got '20msec'; did you mean 'ms'?; the units are us, ms, s, min, h, d"),
                usage(
                        "curve --slo p999=20ms",
                        "--slo p999=20ms: expected a percentile from p50 to p99.9, got p999; a trial holds too few records for a higher one"),
                usage(
                        "curve --slo p99=20ms,p99=30ms",
                        "--slo p99=20ms,p99=30ms: expected one limit for each percentile, got p99=20ms and p99=30ms; leave one of them out"),
                usage("curve --slo p99=0ms", "--slo p99=0ms: expected a time above 0, got '0ms'"),
                usage("curve --slo", "Missing required parameter for option '--slo' (GOALS)"),
                usage("curve --slow p99=20ms", "there is no option --slow; did you mean --slo?"),
                usage("curve --most-steal 2", "--most-steal: expected a share from 0 to 1, got 2.0"),
                usage(
                        "curve -p rate=2000",
                        "-p rate: a curve chooses its rates; leave it out, or measure one rate in a sweep"),
                usage(
                        "curve FixedRate",
                        "a curve needs both MaxRate and FixedRate, got a choice of benchmarks; leave it out"),
                usage("curve -p acks=2", "-p acks: expected one of 0, 1, all, got: 2"),
                usage(
                        "curve -p acks=all -p minInsyncReplicas=3 -p brokersDown=1",
                        "nothing to measure: refusal-acks-all-min-isr-3-1024B-brokersDown-1: the brokers refuse every record, so there is no rate"));
    }

    private static List<BadInput> parameters() {
        return List.of(
                usage(
                        "-p akcs=all",
                        "-p akcs=all: there is no parameter 'akcs'; did you mean 'acks'? The parameters are acks, enableIdempotence, transactional, minInsyncReplicas, recordSize, partitions, producers, lingerMs, batchSize, maxInFlight, bufferMemory, compression, recordsPerTransaction, transactionMs, abortRate, openTransactionMs, rate, keys, latencySampling, brokersDown"),
                usage(
                        "-p qwertyuiop=1",
                        "-p qwertyuiop=1: there is no parameter 'qwertyuiop'. The parameters are acks, enableIdempotence, transactional, minInsyncReplicas, recordSize, partitions, producers, lingerMs, batchSize, maxInFlight, bufferMemory, compression, recordsPerTransaction, transactionMs, abortRate, openTransactionMs, rate, keys, latencySampling, brokersDown"),
                usage(
                        "-p acks",
                        "Unable to parse parameter string \"acks\": ./run-bench.sh -h lists JMH's options, --help ours"),
                usage("-p acks=2", "-p acks: expected one of 0, 1, all, got: 2"),
                usage("-p acks=al", "-p acks: expected one of 0, 1, all, got: al; did you mean 'all'?"),
                usage("-p enableIdempotence=yes", "-p enableIdempotence: expected one of false, true, got: yes"),
                usage(
                        "-p compression=zst",
                        "-p compression: expected one of none, gzip, snappy, lz4, zstd, got: zst; did you mean 'zstd'?"),
                usage("-p minInsyncReplicas=4", "-p minInsyncReplicas: expected a whole number from 1 to 3, got: 4"),
                usage("-p recordSize=0", "-p recordSize: expected a whole number from 1 to 1000000, got: 0"),
                usage("-p recordSize=10MB", "-p recordSize: expected a whole number from 1 to 1000000, got: 10MB"),
                usage("-p partitions=1001", "-p partitions: expected a whole number from 1 to 1000, got: 1001"),
                usage("-p producers=65", "-p producers: expected a whole number from 1 to 64, got: 65"),
                usage("-p rate=0", "-p rate: expected a whole number from 1 to 100000000, got: 0"),
                usage("-p rate=9999999999", "-p rate: expected a whole number from 1 to 100000000, got: 9999999999"),
                usage("-p lingerMs=-1", "-p lingerMs: expected a whole number from 0 to 10000, got: -1"),
                usage(
                        "-p brokersDown=2",
                        "-p brokersDown: expected a whole number from 0 to 1, got: 2; with two of three dead no transaction could begin, whatever the topic's minimum"),
                usage(
                        "-p transactionMs=60000",
                        "-p transactionMs: expected a whole number from 0 to 30000, got: 60000; brokers abort a transaction after a minute, and its commit takes time too"),
                usage(
                        "-p transactionMs=100 -p recordsPerTransaction=500",
                        "-p transactionMs=100 with -p recordsPerTransaction=500: a transaction ends either after a time or after a number of records; give one of them"),
                usage(
                        "-p abortRate=1",
                        "-p abortRate: expected a share from 0 to 0.9 with at most three decimals, got: 1; with every transaction aborted there would be no record to be seen with read_committed"),
                usage(
                        "Visible -p acks=1 -p abortRate=0.1",
                        "nothing to measure: no sample can be taken: -p abortRate=0.1 with acks=1: only transactions can be aborted; add abortRate=0 to measure this mode beside them"),
                usage(
                        "FixedRate -p openTransactionMs=500",
                        "nothing to measure: no sample can be taken: -p openTransactionMs=500 holds back consumers, and only the benchmark Visible has some; give Visible, or openTransactionMs=0"),
                usage(
                        "-p latencySampling=1/2",
                        "-p latencySampling: expected one of 1, 16, got: 1/2; did you mean '1'?"),
                usage(
                        "-p keys=unifrom",
                        "-p keys: expected one of none, uniform, got: unifrom; did you mean 'uniform'?"),
                usage(
                        "-p acks=0 -p transactional=true -p enableIdempotence=false",
                        "nothing to measure: the producer refuses every combination asked for: Cannot set a transactional.id without also enabling idempotence."),
                usage(
                        "-p bufferMemory=12",
                        "nothing to measure: no sample can be taken: -p bufferMemory=12 holds no batch: batchSize=16384 and recordSize=100 need 16384 bytes for one; give bufferMemory=16384 or more"),
                usage(
                        "-p batchSize=131072 -p bufferMemory=65536",
                        "nothing to measure: no sample can be taken: -p bufferMemory=65536 holds no batch: batchSize=131072 and recordSize=100 need 131072 bytes for one; give bufferMemory=131072 or more"),
                usage(
                        "-p recordSize=100000 -p bufferMemory=100000",
                        "nothing to measure: no sample can be taken: -p bufferMemory=100000 holds no batch: batchSize=16384 and recordSize=100000 need 100128 bytes for one; give bufferMemory=100128 or more"),
                usage(
                        "FixedRate -p acks=all -p enableIdempotence=true -p transactional=true -p rate=10",
                        "nothing to measure: no sample can be taken: -p recordsPerTransaction=1000 takes 100 s to fill with rate=10 over producers=1, and brokers abort a transaction after transaction.timeout.ms=60000; give fewer records or a higher rate"),
                usage(
                        "MaxRate -p acks=all -p enableIdempotence=true -p transactional=true -p recordsPerTransaction=1000000 -p recordSize=1000000",
                        "nothing to measure: no sample can be taken: -p recordsPerTransaction=1000000 takes 100 s to fill with recordSize=1000000 even at 10 GB/s, and brokers abort a transaction after transaction.timeout.ms=60000; give fewer records or a higher rate"),
                usage(
                        "FixedRate -p acks=1 -p rate=1 -r 500ms",
                        "-p rate=1: in a window of 500 ms not every one of 1 producers has a record due; give a higher rate, a longer -r or fewer producers"),
                usage(
                        "FixedRate -p acks=1 -p rate=10 -p producers=64",
                        "-p rate=10: in a window of 3 s not every one of 64 producers has a record due; give a higher rate, a longer -r or fewer producers"),
                usage("-p acks=0 -p acks=", "-p acks: expected one of 0, 1, all, got:"));
    }

    private static List<BadInput> jmhOptions() {
        return List.of(
                usage(
                        "-f 0",
                        "-f 0: every sample needs a fork of its own; give -f 1 or more, which is the number of blocks"),
                usage(
                        "-f -3",
                        "Cannot parse argument '-3' of option f. The given value -3 should be non-negative: ./run-bench.sh -h lists JMH's options, --help ours"),
                usage(
                        "-f abc",
                        "Cannot parse argument 'abc' of option f: ./run-bench.sh -h lists JMH's options, --help ours"),
                usage(
                        "-f 1000000",
                        "-f 1000000: 1000000 blocks x 44 cells = 44000000 samples take about 159777 h 46 min; a run has at most 100000, so give -f 2272 or less"),
                usage(
                        "-f 99999999999",
                        "Cannot parse argument '99999999999' of option f: ./run-bench.sh -h lists JMH's options, --help ours"),
                usage(
                        "-wf 1",
                        "-wf 1: warm-up forks would write to the measured topic; use -wi for warm-up iterations"),
                usage(
                        "-i 0",
                        "Cannot parse argument '0' of option i. The given value 0 should be positive: ./run-bench.sh -h lists JMH's options, --help ours"),
                usage(
                        "-w abc",
                        "Cannot parse argument 'abc' of option w: ./run-bench.sh -h lists JMH's options, --help ours"),
                usage(
                        "-w 1day",
                        "-w 1 day: expected less than 1 day for one iteration; give -i or -f for more of them"),
                usage(
                        "--dry-run -w 0s",
                        "-w 0: expected a time above 0, because a sample is a window of time; -wi 0 leaves the warm-up out"),
                usage(
                        "-r 1ns",
                        "-r 1 ns: expected a window of at least 100 ms, because more records than a shorter one holds are under way at its edges"),
                usage(
                        "-r 24hr",
                        "-r 24 hr: expected less than 1 day for one iteration; give -i or -f for more of them"),
                usage(
                        "-to 1ms",
                        "-to 1 ms: JMH would interrupt every iteration; give -to 15s or more, or leave it out"),
                usage(
                        "-t 0",
                        "Cannot parse argument '0' of option t. The given value 0 should be positive: ./run-bench.sh -h lists JMH's options, --help ours"),
                usage("-t 65", "-p producers: expected a whole number from 1 to 64, got: 65"),
                usage(
                        "-t 2 -p producers=2",
                        "-t and -p producers both say how many producers are at work; give one of them"),
                usage(
                        "-tg 1,2",
                        "-wm, -wmb and -tg: a sample has one benchmark and one topic, which other warm-up benchmarks or thread groups would write to; use -wi for warm-up and -p producers for threads"),
                usage(
                        "-wm BULK",
                        "-wm, -wmb and -tg: a sample has one benchmark and one topic, which other warm-up benchmarks or thread groups would write to; use -wi for warm-up and -p producers for threads"),
                usage(
                        "-bm quickly",
                        "Unable to parse benchmark mode: \"quickly\": ./run-bench.sh -h lists JMH's options, --help ours"),
                usage("-bm ss", "-bm: a sample is a window of time and has one mode; give one of thrpt, avgt, sample"),
                usage("-tu parsecs", "Unknown time unit: parsecs: ./run-bench.sh -h lists JMH's options, --help ours"),
                usage("-gc maybe", "-gc maybe: expected true or false"),
                usage("-si perhaps", "-si perhaps: expected true or false"),
                usage(
                        "-opi 1",
                        "-opi 1: JMH's score would no longer count records, because the benchmarks say themselves how many they send; leave -opi out"),
                usage(
                        "-bs 3 -opi 7",
                        "-opi 7: JMH's score would no longer count records, because the benchmarks say themselves how many they send; leave -opi out"),
                usage(
                        "-bs 3",
                        "-bs 3: JMH's score would no longer count records, because the benchmarks say themselves how many they send; leave -bs out"),
                usage(
                        "-wbs 3",
                        "-wbs 3: JMH's score would no longer count records, because the benchmarks say themselves how many they send; leave -wbs out"),
                usage("-prof foo", "-prof foo: there is no such profiler; -lprof lists the profilers that work here"),
                usage(
                        "-prof gc:x",
                        "-prof gc: x is not a recognized option; -lprof lists the profilers that work here"),
                usage("-prof async:libPath=/nonexistent", "-prof async: "),
                usage("-rf jsn", "-rf jsn: expected one of text, csv, scsv, json, latex; did you mean 'json'?"),
                usage("-rf foo", "-rf foo: expected one of text, csv, scsv, json, latex"),
                usage("-v foo", "-v foo: expected one of silent, normal, extra"),
                usage(
                        "-rff /nonexistent/result.json",
                        "cannot write /nonexistent/result.json: expected a writable directory /nonexistent"),
                usage("--dry-run -rff DIR/base", "cannot write DIR/base: expected a file, got a directory"),
                usage(
                        "--dry-run -o /nonexistent/jmh.log",
                        "cannot write /nonexistent/jmh.log: expected a writable directory /nonexistent"),
                usage(
                        "-o /nonexistent/jmh.log",
                        "cannot write /nonexistent/jmh.log: expected a writable directory /nonexistent"));
    }

    private static List<BadInput> forkJvm() {
        return List.of(
                usage("-jvm /nonexistent/java", "-jvm /nonexistent/java cannot be run: "),
                usage("-jvm /", "-jvm / cannot be run: "),
                usage(
                        "-jvmArgs -Xfoo",
                        "-jvmArgs -Xfoo: a fork's JVM does not start with these arguments: Unrecognized option: -Xfoo; correct -jvmArgs, -jvmArgsPrepend or -jvmArgsAppend"),
                usage(
                        "--dry-run -jvmArgs -Xfoo",
                        "-jvmArgs -Xfoo: a fork's JVM does not start with these arguments: Unrecognized option: -Xfoo; correct -jvmArgs, -jvmArgsPrepend or -jvmArgsAppend"),
                usage(
                        "-jvmArgs -Xmx512k",
                        "-jvmArgs -Xmx512k: a fork's JVM does not start with these arguments: Too small maximum heap; correct -jvmArgs, -jvmArgsPrepend or -jvmArgsAppend"),
                usage(
                        "-jvmArgsAppend -XX:+NoSuchFlag",
                        "-jvmArgs -XX:+NoSuchFlag: a fork's JVM does not start with these arguments: Unrecognized VM option 'NoSuchFlag'; correct -jvmArgs, -jvmArgsPrepend or -jvmArgsAppend"),
                usage(
                        "-jvmArgsPrepend -javaagent:absent.jar",
                        "-jvmArgs -javaagent:absent.jar: a fork's JVM does not start with these arguments: "));
    }

    private static List<BadInput> brokers() {
        return List.of(
                usage(
                        "--cluster proces",
                        "--cluster: unknown kind of cluster: expected one of processes, containers, compose, external, got 'proces'; did you mean 'processes'?"),
                usage(
                        "--cluster foo",
                        "--cluster: unknown kind of cluster: expected one of processes, containers, compose, external, got 'foo'"),
                usage("--cluster external", "--cluster external: expected a --bootstrap-server, got none"),
                usage(
                        "--cluster processes --bootstrap-server a:1",
                        "--cluster processes starts brokers, and --bootstrap-server names some that run; give one of them"),
                usage(
                        "--broker-version ../../x",
                        "--broker-version ../../x: expected a version of Kafka such as 4.3.1, got '../../x'"),
                usage(
                        "--broker-version ../../x --dry-run",
                        "--broker-version ../../x: expected a version of Kafka such as 4.3.1, got '../../x'"),
                usage(
                        "cluster --broker-version 4",
                        "--broker-version 4: expected a version of Kafka such as 4.3.1, got '4'"),
                usage(
                        "--image kafka:1",
                        "--image kafka:1: brokers run from an image only with --cluster containers or compose, got --cluster processes"),
                usage(
                        "guarantees --cluster external",
                        "--cluster external: expected processes, containers or compose, because this command starts its own brokers"),
                usage(
                        "--bootstrap-server nowhere",
                        "--bootstrap-server: expected host:port, and more of them after commas, got 'nowhere'"),
                usage(
                        "--bootstrap-server a:99999",
                        "--bootstrap-server: expected host:port, and more of them after commas, got 'a:99999'"),
                usage(
                        "--bootstrap-server a:1 --broker-version 4.4.0",
                        "--broker-version: brokers that exist have the version they have; leave it out"),
                usage(
                        "--bootstrap-server a:1 --command-property acks=2",
                        "--command-property: acks=2 cannot be measured: -p acks: expected one of 0, 1, all, got: 2"),
                usage(
                        "--bootstrap-server a:1 --command-property transactional.id=x",
                        "--command-property: transactional.id=x would change what is measured, and no column of the results would tell; take it out"),
                usage(
                        "--bootstrap-server a:1 --command-config /nonexistent",
                        "--command-config /nonexistent: there is no such file"),
                usage(
                        "--bootstrap-server a:1 -p brokersDown=1",
                        "-p brokersDown: expected a kind of cluster whose brokers can be killed, got external; give --cluster processes"),
                usage(
                        "--command-config x",
                        "--command-config is for an existing cluster; give its --bootstrap-server too"),
                usage(
                        "--command-property a=b",
                        "--command-property is for an existing cluster; give its --bootstrap-server too"),
                usage(
                        "--resume /nonexistent",
                        "--resume /nonexistent: there is no plan.json in it, so it is no run that can go on"),
                usage(
                        "--resume /nonexistent --quick",
                        "--resume /nonexistent: the run continues with its own options; give no others"));
    }

    private static List<BadInput> duets() {
        return List.of(
                usage(
                        "duet",
                        "expected two arms as the first arguments, got nothing; for instance: duet linger.ms=5 linger.ms=0"),
                usage(
                        "duet linger.ms=5 batch.size=1",
                        "expected two arms of one kind, got the setting linger.ms (linger.ms=5) and the setting batch.size (batch.size=1); name two commits, two jars, two client versions, two broker versions, or two values of one setting"),
                usage(
                        "duet linger.ms=5 lingr.ms=0",
                        "lingr.ms=0: there is no setting 'lingr.ms'; did you mean 'linger.ms'? The settings are acks, enable.idempotence, transactional, min.insync.replicas, record_size, partitions, producers, linger.ms, batch.size, max.in.flight.requests.per.connection, buffer.memory, compression.type, records_per_transaction, transaction_ms, abort_rate, open_transaction_ms, target_rate, keys, latency_sampling, brokers_down; other settings of Kafka's producer are compared as client:VERSION,NAME=VALUE"),
                usage(
                        "duet linger.ms=5 linger.ms=soon",
                        "linger.ms=soon: -p lingerMs: expected a whole number from 0 to 10000, got: soon"),
                usage(
                        "duet buffer.memory=12 buffer.memory=13",
                        "nothing to compare: max-rate-acks-0-min-isr-2-1024B: bufferMemory=12 holds no batch: batchSize=16384 and recordSize=1024 need 16384 bytes for one; give bufferMemory=16384 or more"),
                usage(
                        "duet broker:../../x broker:4.4.0",
                        "broker:../../x: expected a version of Kafka such as broker:4.4.0, got '../../x'"),
                usage(
                        "duet linger.ms=5 linger.ms=0 --against stud",
                        "--against: expected brokers or stub, got 'stud'; did you mean 'stub'?"),
                usage(
                        "duet broker:4.3.1 broker:4.4.0 --against stub",
                        "broker:4.3.1 --against stub: a stub broker has no version; leave --against out"),
                usage(
                        "duet client:4 client:4.4.0",
                        "client:4: expected a version of Kafka such as client:4.4.0, got '4'"),
                usage(
                        "duet client:4.4.0,retries=3 client:4.4.0",
                        "client:4.4.0,retries=3: retries cannot be compared, because the suite sets it itself"),
                usage(
                        "duet client:4.4.0,buffer.memory.allocation.strategy client:4.4.0",
                        "client:4.4.0,buffer.memory.allocation.strategy: expected settings as NAME=VALUE, separated by commas, got 'buffer.memory.allocation.strategy'"),
                usage(
                        "duet broker:4.3.1,transaction.version=9 broker:4.3.1",
                        "broker:4.3.1,transaction.version=9: expected transaction.version 1 or 2, got '9'"),
                usage(
                        "duet nosuch.jar other.jar",
                        "nosuch.jar: there is no such file; build one with ./mvnw package and name it"),
                usage(
                        "duet linger.ms=5 linger.ms=0 -f 1000000",
                        "-f 1000000: 1000000 blocks x 10 cells = 10000000 samples take about 58334 h 26 min; a run has at most 100000, so give -f 10000 or less"),
                usage(
                        "duet linger.ms=5 linger.ms=0 --looks 3,2",
                        "--looks: expected looks at growing numbers of pairs from 1 on, got [3, 2]"),
                usage(
                        "duet linger.ms=5 linger.ms=0 --looks 10,15 -f 12",
                        "--looks: expected looks at no more pairs than there are blocks, got one at 15 with -f 12; give -f 15 or more"),
                usage(
                        "duet linger.ms=5 linger.ms=0 --most-steal 2",
                        "--most-steal: expected a share from 0 to 1, got 2.0"));
    }

    private static List<BadInput> plans() {
        return List.of(
                usage(
                        "plan",
                        "plan: expected directories of runs, got none; name them, as in ./run-bench.sh plan results/<run> --rate 200000 --record 1000"),
                usage(
                        "plan DIR/absent",
                        "plan: DIR/absent: expected the directory of a run, got nothing of that name; the directories are in results"),
                usage(
                        "plan DIR/base",
                        "plan: DIR/base: expected a summary.csv, a guarantees-summary.csv or a curve-summary.csv, got none; name complete runs of sweep, guarantees or curve"),
                usage(
                        "plan DIR/sweep",
                        "plan: expected --rate and --record, got neither; as in ./run-bench.sh plan results/<run> --rate 200000 --record 1000"),
                usage(
                        "plan DIR/sweep --rate 2000",
                        "plan: expected --rate and --record, got only --rate; as in ./run-bench.sh plan results/<run> --rate 200000 --record 1000"),
                usage("plan DIR/sweep --rate 0 --record 1000", "plan: --rate: expected 1 to 100000000000, got: 0"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 5MB",
                        "plan: --record: expected whole bytes from 1 to 1000000, got: 5MB"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 2000",
                        "plan: --record 2000: expected a sweep of records of at least that size, got [100, 1024]; ./run-bench.sh -p recordSize=2000 measures one"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --slo p99=20",
                        "plan: --slo: expected a time with its unit, as 20ms, got '20', which may mean 20ms or 20s; add the unit"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --slo p99=20msec",
                        "plan: --slo: expected a time with its unit, as 20ms, got '20msec'; did you mean 'ms'?; the units are us, ms, s, min, h, d"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --slo 20ms",
                        "plan: --slo: expected a percentile and its limit such as p99=20ms, got '20ms'"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --slo p95=20ms",
                        "plan: --slo: expected a percentile of p50, p90, p99, p99.9, p99.99, got 'p95'; did you mean 'p90'?"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --nic 10",
                        "plan: --nic: expected a size per second with its unit, as 20GB/s, got '10', which may mean 10GB/s or 10Gbit/s; add the unit"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --disk 4TB",
                        "plan: expected --disk and --retention together, because the disks hold what is kept, got only --disk"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --disk 4TB --retention 24h --disk-fill 40",
                        "plan: --disk-fill: expected a share above 0, at most 1, got: 40.0"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --disk-fill 0.5",
                        "plan: --disk-fill is for --disk; add that"),
                file(
                        "plan DIR/sweep --rate 2000 --record 100",
                        new Damage("sweep/summary.csv", ",false,false,", ",maybe,false,"),
                        "DIR/sweep/summary.csv: line 2, column enable.idempotence: expected true or false, got 'maybe'; restore the file as the run wrote it"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --min-insync 4",
                        "plan: --min-insync 4: expected at most --rf 3, because no more replicas can be in sync"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --survive 3",
                        "plan: --survive 3: expected less than --rf 3, because with so many brokers down some partitions have no replica left"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --anchor acks=all:90000",
                        "plan: --anchor: expected acks=1:RATE with a whole number of records/s, as acks=1:250000, because ratios are relative to acks=1, got 'acks=all:90000'"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --anchor acks=1:90000",
                        "plan: --anchor: expected --cores too, because the anchor's brokers have as many cores as the planned ones"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --anchor-brokers 5",
                        "plan: --anchor-brokers is for --anchor; add that"),
                usage(
                        "plan DIR/sweep --rate 2000 --record 100 --format markdwn",
                        "plan: --format: expected one of text, markdown, csv, got 'markdwn'; did you mean 'markdown'?"));
    }

    private static List<BadInput> files() {
        return List.of(
                usage(
                        "report",
                        "report: expected the directory of one sweep, got none; name it, as in ./run-bench.sh report results/<run>"),
                usage(
                        "report DIR/absent",
                        "report: DIR/absent: expected the directory of a run, got nothing of that name; the directories are in results"),
                usage(
                        "report DIR/sweep --rate 2000",
                        "report: expected --rate and --record, got only --rate; as in ./run-bench.sh report results/<run> --rate 200000 --record 1000"),
                usage(
                        "report DIR/sweep --baseline DIR/sweep",
                        "report: --baseline DIR/sweep: expected a samples.csv, got none; --baseline compares two sweeps"),
                usage(
                        "report DIR/base",
                        "report: DIR/base: expected a summary.csv, got none; name the directory of a complete sweep; --resume DIR completes one that was stopped"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "80000.0", "-80000.0"),
                        "DIR/sweep/summary.csv: line 15, column records_per_s_median: expected a number of at least 0, got '-80000.0'; restore the file as the run wrote it"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "80000.0", "NaN"),
                        "DIR/sweep/summary.csv: line 15, column records_per_s_median: expected a number, got 'NaN'; restore the file as the run wrote it"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "schema_version", "version"),
                        "DIR/sweep/summary.csv: expected a column schema_version, got none; was the file written by this program?"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "(?m)^2,", "99,"),
                        "DIR/sweep/summary.csv: expected schema_version 1 to 7, got '99' in line 2; use the version of this program that wrote it"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "(?s).*", ""),
                        "DIR/sweep/summary.csv: expected at least one row, got none; name the directory of a run that measured something"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "(?s)\\n.*", "\n"),
                        "DIR/sweep/summary.csv: expected at least one row, got none; name the directory of a run that measured something"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "(?s).*", "PK\0"),
                        "DIR/sweep/summary.csv: expected a CSV file as a run writes it, got one that cannot be read (its end is missing); restore the file as the run wrote it"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "(?s).{9}$", ""),
                        "DIR/sweep/summary.csv: expected a CSV file as a run writes it, got one that cannot be read (Record 25 has 74 fields, but first record had 83 fields); restore the file as the run wrote it"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/environment.json", "(?s).*", "null"),
                        "DIR/sweep/environment.json: expected a JSON object, got null; restore the file as the run wrote it"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/environment.json", "(?s).*", ""),
                        "DIR/sweep/environment.json: expected a JSON object, got nothing; restore the file as the run wrote it"),
                file(
                        "report DIR/sweep",
                        new Damage("sweep/summary.csv", "(\\n[^\\n]+)\\n", "$1$1\n"),
                        "DIR/sweep/summary.csv: expected each row once, got line 2 again in line 3; restore the file as the run wrote it"),
                usage(
                        "report --docs DIR/sweep",
                        "report: --docs takes its runs from docs/sources.json, got more than --docs; give it alone"),
                usage(
                        "report DIR/sweep --guarantees DIR/sweep",
                        "report: --guarantees DIR/sweep: expected a guarantees-summary.csv, got none; name the directory of a complete run of the guarantees"),
                usage(
                        "compare",
                        "compare: expected BASE and NEW, got neither; as in ./run-bench.sh compare HEAD~1 HEAD"),
                usage(
                        "compare DIR/base",
                        "compare: expected BASE and NEW, got 1: DIR/base; as in ./run-bench.sh compare HEAD~1 HEAD"),
                usage(
                        "compare DIR/base DIR/absent",
                        "compare: DIR/absent: expected a results directory, a samples.csv or a commit, got none of them"),
                usage(
                        "compare DIR/base DIR/next --across jdkk",
                        "compare: --across jdkk: expected some of cpu_model,cores,jdk,cluster_kind,broker_version,client_version,hosts,schema_version, got 'jdkk'; did you mean jdk?"),
                file(
                        "compare DIR/base DIR/next",
                        new Damage("next/samples.csv", ",OK,", ",GOOD,"),
                        "DIR/next/samples.csv: line 2, column status: expected OK, INVALID or FAILED, got 'GOOD'; restore the file as the run wrote it"),
                file(
                        "compare DIR/base DIR/next",
                        new Damage("next/samples.csv", ",67[0-9.]+,", ",6.7e4,"),
                        "DIR/next/samples.csv: line 10, column records_per_s: expected a number, got '6.7e4'; restore the file as the run wrote it"),
                file(
                        "compare DIR/base DIR/next",
                        new Damage("next/samples.csv", ",67[0-9.]+,", ",,"),
                        "DIR/next/samples.csv: line 10, column records_per_s: expected a rate, because the sample is OK, got ''; restore the file as the run wrote it"),
                file(
                        "compare DIR/base DIR/next",
                        new Damage("next/samples.csv", "records_per_s", "acks"),
                        "DIR/next/samples.csv: expected a CSV file as a run writes it, got one that cannot be read (Header contains duplicate fields: [acks]); restore the file as the run wrote it"),
                file(
                        "compare DIR/base DIR/next",
                        new Damage("next/samples.csv", "(\\n[^\\n]+)\\n", "$1$1\n"),
                        "DIR/next/samples.csv: expected each row once, got line 2 again in line 3; restore the file as the run wrote it"),
                usage(
                        "compare DIR/base DIR/next --results DIR/base/samples.csv",
                        "compare: --results DIR/base/samples.csv: expected a directory, or the name of a new one, got a file; name another"),
                usage(
                        "export DIR/next --format benchstat --output DIR/base/samples.csv",
                        "export: --output DIR/base/samples.csv: expected a directory, or the name of a new one, got a file; name another"),
                usage("export", "export: --format: expected one of benchstat, otava, github-action, jmh, got ''"),
                usage(
                        "export DIR/next --format benchstta",
                        "export: --format: expected one of benchstat, otava, github-action, jmh, got 'benchstta'; did you mean benchstat?"),
                file(
                        "export DIR/next --format benchstat",
                        new Damage("next/samples.csv", "(?m)^(\\d),[^,]+,", "$1,,"),
                        "DIR/next/samples.csv: line 2, column run_id: expected a value, got ''; restore the file as the run wrote it"),
                file(
                        "export DIR/next --format benchstat",
                        new Damage("next/samples.csv", ",67[0-9.]+,", ",,"),
                        "DIR/next/samples.csv: line 10, column records_per_s: expected a rate, because the sample is OK, got ''; restore the file as the run wrote it"),
                usage(
                        "history --cell ackss=all",
                        "history: --cell ackss=all: expected COLUMN=VALUE with a setting of samples.csv, got 'ackss=all'; did you mean acks=...?"),
                usage(
                        "history --cell acks=all --results DIR/absent",
                        "history: --results DIR/absent: expected a directory of runs, got nothing of that name; ./run-bench.sh makes it"));
    }
}
