package io.producerbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.environment.GitState;
import io.producerbench.results.RunDirectory;
import io.producerbench.run.Provenance;
import io.producerbench.run.RunKind;
import io.producerbench.run.RunPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "-p akcs=all | -p akcs=all: there is no parameter 'akcs'; did you mean 'acks'?",
                "-p acks=2 | -p acks: expected one of 0, 1, all, got: 2",
                "--qick | there is no option --qick; did you mean --quick?",
                "--qick=1 | there is no option --qick; did you mean --quick?",
                "--zzzzzzzz | there is no option --zzzzzzzz; --help lists them",
                "swep | there is no command or benchmark 'swep'; did you mean 'sweep'?",
                "clutser | there is no command or benchmark 'clutser'; did you mean 'cluster'?",
                "-f 0 | -f 0: every sample needs a fork of its own",
                "-wf 1 | -wf 1: warm-up forks would write to the measured topic",
                "-t 2 -p producers=2 | -t and -p producers both say how many producers",
                "--cluster foo | --cluster: unknown kind of cluster: expected one of processes, containers, compose, external, got 'foo'",
                "--cluster external | --cluster external: expected a --bootstrap-server",
                "--cluster processes --bootstrap-server a:1 | --cluster processes starts brokers, and --bootstrap-server names some",
                "--command-config x | --command-config is for an existing cluster; give its --bootstrap-server too",
                "--command-property a=b | --command-property is for an existing cluster; give its --bootstrap-server",
                "--bootstrap-server a:1 --command-property | Missing required parameter for option '--command-property'",
                "--bootstrap-server | Missing required parameter for option '--bootstrap-server'",
                "--bootstrap-server nowhere | --bootstrap-server: expected host:port, and more of them after commas, got 'nowhere'",
                "--bootstrap-server a:1 --broker-version 4.4.0 | --broker-version: brokers that exist have the version they have",
                "--bootstrap-server a:1 --command-property acks=2 | --command-property: acks=2 cannot be measured",
                "--bootstrap-server a:1 --command-property a.b=c transactional.id=x MaxRate | --command-property: transactional.id=x",
                "--bootstrap-server a:1 --command-config /nonexistent | --command-config /nonexistent: there is no such file",
                "--bootstrap-server a:1 -p brokersDown=1 | -p brokersDown: expected a kind of cluster whose brokers can be killed, got external",
                "--bootstrap-sever a:1 | there is no option --bootstrap-sever; did you mean --bootstrap-server?",
                "guarantees --bootstrap-server a:1 | guarantees kills brokers and cuts connections",
                "guarantees --command-config=x | guarantees kills brokers and cuts connections",
                "--image kafka:1 | --image kafka:1: brokers run from an image only with --cluster containers or compose, got --cluster processes",
                "guarantees --cluster external | --cluster external: expected processes, containers or compose",
                "cluster --cluster foo | --cluster: unknown kind of cluster",
                "--resume /nonexistent | --resume /nonexistent: there is no plan.json in it",
                "--resume /nonexistent --quick | --resume /nonexistent: the run continues with its own options",
                "--resume /nonexistent -f 2 | --resume /nonexistent: the run continues with its own options",
                "--results | Missing required parameter for option '--results'",
                "--broker-version | Missing required parameter for option '--broker-version'",
                "-rf xml | -rf xml: expected one of text, csv, scsv, json, latex",
                "-- --dry-run | --dry-run stands after '--', behind which no options are read; leave the '--' out",
                "-v foo | -v foo: expected one of silent, normal, extra",
                "-zz | z is not a recognized option",
                "--seed abc | Invalid value for option '--seed'",
                "sweep NoSuchBenchmark | no benchmark matches [NoSuchBenchmark]; there are MaxRate, FixedRate and Visible",
                "NoSuchBenchmark | there is no command or benchmark 'NoSuchBenchmark'",
                "sweep Max[ | 'Max[' is not a regular expression",
                "-p acks=0 -p transactional=true -p enableIdempotence=false | nothing to measure: the producer refuses",
                "calibarte | there is no command or benchmark 'calibarte'; did you mean 'calibrate'?",
                "nonsense | there is no command or benchmark 'nonsense'; the commands are sweep, guarantees, report, compare, duet, curve, history, export, plan, calibrate, cluster, agent, lane, completion, the benchmarks MaxRate, FixedRate, Visible",
                "reprot | there is no command or benchmark 'reprot'; did you mean 'report'?",
                "calibrate --peer | there is no option --peer; did you mean --peers?",
                "calibrate --block=3 | there is no option --block; did you mean --blocks?",
                "calibrate --hosts x.json | calibrate does not take --hosts: only the load of a sweep or a curve can be given by several hosts; leave it out",
                "guarantees --hosts=x.json | guarantees does not take --hosts: only the load of a sweep or a curve",
                "duet linger.ms=5 linger.ms=0 --hosts x.json | duet does not take --hosts: only the load of a sweep or a curve",
                "--dry-run --hosts /nonexistent | --hosts /nonexistent: expected Trogdor's platform file, got no file that can be read",
                "--dry-run --host-command-config x | --host-command-config x needs --hosts",
                "calibrate --zzzzzzzz | there is no option --zzzzzzzz; --help lists them",
                "calibrate --quick | there is no option --quick",
                "calibrate -prof gc | there is no option -prof",
                "calibrate MaxRate | calibrate takes only options, got: MaxRate; --help lists them",
                "calibrate --blocks 0 | --blocks: expected 1 to 10000, got: 0",
                "calibrate --blocks many | Invalid value for option '--blocks'",
                "calibrate --seed abc | Invalid value for option '--seed'",
                "calibrate --results | Missing required parameter for option '--results'",
                "guarantees --teir=smoke | there is no option --teir; did you mean --tier?",
                "guarantees C5 | guarantees takes only options, got: C5; --help lists them",
                "duet linger.ms=5 linger.ms=0 --loks 3 | there is no option --loks; did you mean --looks?",
                "--broker-warm-up-rounds 0 | --broker-warm-up-rounds: expected at least 1",
                "--broker-version ../../x --dry-run | --broker-version ../../x: expected a version of Kafka such as 4.3.1, got '../../x'",
                "cluster --broker-version 4 | --broker-version 4: expected a version of Kafka",
                "cluster --quick | there is no option --quick",
                "cluster --work-dir /nonexistent | --work-dir /nonexistent: there is no such directory; the brokers keep their data in /nonexistent, so give --work-dir",
                "--dry-run --work-dir /nonexistent | --work-dir /nonexistent: there is no such directory",
                "--resume /nonexistent --work-dir /nonexistent | --resume /nonexistent: there is no plan.json",
                "guarantees --work-dir pom.xml | --work-dir pom.xml: it is no directory",
                "calibrate --peers --work-dir pom.xml | --work-dir pom.xml: it is no directory",
                "duet linger.ms=5 linger.ms=0 --work-dir /nonexistent | --work-dir /nonexistent: there is no such directory",
                "cluster --cluster compose --work-dir /tmp | --work-dir /tmp: only brokers as processes keep their data there, got --cluster compose",
                "--bootstrap-server a:1 --work-dir /tmp | --work-dir /tmp: only brokers as processes keep their data there, got --cluster external",
                "cluster --broker-version | Missing required parameter for option '--broker-version'"
            })
    void a_mistake_is_one_line_on_stderr_and_exit_code_2(String line, String beginning) {
        Console console = Console.run(line.split(" "));

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err().lines().toList()).hasSize(1);
        assertThat(console.err()).startsWith("run-bench: " + beginning).doesNotContain("\tat ");
        assertThat(console.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t 65 --dry-run", "-bm quickly --dry-run", "-pakcs=all --dry-run"})
    void a_mistake_in_a_rarer_option_is_exit_code_2_as_well(String line) {
        assertThat(Console.run(line.split(" ")).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep", "curve", "duet linger.ms=5 linger.ms=0"})
    void a_jvm_flag_that_begins_with_two_dashes_is_passed_on(String command) {
        String line = command + " --dry-run -jvmArgsAppend --add-opens=java.base/java.nio=ALL-UNNAMED";

        Console console = Console.run(line.split(" "));

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--cluster processes", "--broker-version 4.4.0", "--results elsewhere"})
    void no_option_beside_resume_is_ignored(String option) {
        plan(RunKind.SWEEP, Map.of("jmh_arguments", List.of(), "seed", 1, "cluster_kind", "processes"));

        Console console = Console.run(("--dry-run --resume " + directory + " " + option).split(" "));

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--help | Usage: ./run-bench.sh [options]",
                "sweep --help | Usage: ./run-bench.sh [options]",
                "calibrate --help | Usage: ./run-bench.sh calibrate",
                "report --help | Usage: ./run-bench.sh report",
                "calibrate --peers --blocks 3 --help | Usage: ./run-bench.sh calibrate",
                "cluster --help | Usage: ./run-bench.sh cluster",
                "-h | ./run-bench.sh --help lists the suite's own options",
                "sweep -h | ./run-bench.sh --help lists the suite's own options",
                "-l | Benchmarks:",
                "-lp | Benchmarks:",
                "-lprof | Supported profilers:",
                "-lrf | Available formats: text, csv, scsv, json, latex"
            })
    void a_question_is_answered_on_stdout(String line, String beginning) {
        Console console = Console.run(line.split(" "));

        assertThat(console.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).startsWith(beginning);
        assertThat(console.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep",
                "guarantees",
                "report",
                "compare",
                "duet",
                "curve",
                "history",
                "export",
                "plan",
                "calibrate",
                "cluster"
            })
    void a_help_text_fits_a_terminal(String command) {
        Console console = Console.run(command, "--help");

        assertThat(console.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).startsWith("Usage: ./run-bench.sh ");
        assertThat(console.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void what_a_message_quotes_does_not_break_its_line() {
        assertThat(Console.run("-p", "acks=a\nb").err())
                .isEqualTo("run-bench: -p acks: expected one of 0, 1, all, got: a?b; did you mean 'all'?\n");
    }

    @Test
    void the_list_has_both_benchmarks_and_with_parameters_all_of_them() {
        assertThat(Console.run("-l").out())
                .contains("io.producerbench.benchmarks.FixedRate.send", "io.producerbench.benchmarks.MaxRate.send");
        assertThat(Console.run("-lp").out()).contains("param \"acks\" = {0, 1, all}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--dry-run",
                "sweep --dry-run",
                "--dry-run --quick",
                "--dry-run --seed 7 -f 2 -p acks=all MaxRate",
                "--dry-run --cluster processes -rf json -prof gc"
            })
    void a_dry_run_starts_nothing_and_writes_nothing(String line) {
        List<Long> before = children();

        Console console = Console.run((line + " --results " + directory).split(" "));

        assertThat(console.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains(" cells in ").contains("give --seed ");
        assertThat(console.err()).isEmpty();
        assertThat(directory).isEmptyDirectory();
        assertThat(children()).isEqualTo(before);
    }

    @Test
    void properties_of_a_cluster_end_where_jmhs_options_begin() {
        Console console = Console.run(
                ("--dry-run --bootstrap-server a:1 --command-property linger.ms=0 com.example=x MaxRate -p acks=1"
                                + " --command-property batch.size=1 -p recordSize=100")
                        .split(" "));

        assertThat(console.exitCode()).as(console.err()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("1 cells in 1 valid modes");
        assertThat(console.err().lines())
                .containsExactly(
                        "--command-property: batch.size=1 is measured as -p batchSize=1",
                        "--command-property: com.example is none of Kafka's keys, and passed on as it is",
                        "--command-property: linger.ms=0 is measured as -p lingerMs=0");
    }

    @Test
    void a_run_on_an_existing_cluster_goes_on_only_if_told_where_that_is() throws IOException {
        plan(
                RunKind.SWEEP,
                Map.of(
                        "jmh_arguments",
                        List.of("MaxRate", "-p", "lingerMs=0"),
                        "seed",
                        77,
                        "cluster_kind",
                        "external"));
        String resume = "--dry-run --resume " + directory;

        assertThat(Console.run(resume.split(" ")).err())
                .startsWith("run-bench: --resume " + directory + ": the run was on an existing cluster");
        assertThat(Console.run((resume + " --bootstrap-server a:1 --command-property linger.ms=5").split(" "))
                        .err())
                .contains("linger.ms=5 contradicts -p lingerMs=0");
        assertThat(Console.run((resume + " --bootstrap-server a:1 --command-property linger.ms=0").split(" ")))
                .satisfies(console -> assertThat(console.err()).isEmpty())
                .satisfies(console -> assertThat(console.exitCode()).isEqualTo(ExitCode.DONE));
    }

    @Test
    void a_seed_gives_the_same_plan_again() {
        assertThat(Console.run("--dry-run", "--seed", "7").out())
                .isEqualTo(Console.run("--dry-run", "--seed", "7").out())
                .contains("seed 7; give --seed 7 to get this order again");
    }

    @Test
    void a_run_to_be_resumed_is_planned_by_its_own_options() {
        plan(
                RunKind.SWEEP,
                Map.of("jmh_arguments", List.of("-f", "3", "MaxRate"), "seed", 77, "cluster_kind", "processes"));

        Console console = Console.run("--dry-run", "--resume", directory.toString());

        assertThat(console.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(console.out()).contains("11 cells in 5 valid modes", "seed 77;", "3 blocks x 11 cells = 33 samples");
    }

    @Test
    void every_exit_code_is_the_documented_number() {
        assertThat(ExitCode.values()).extracting(ExitCode::code).containsExactly(0, 1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep | duet | ./run-bench.sh duet --resume ",
                "duet | guarantees | ./run-bench.sh guarantees --resume ",
                "duet | sweep | ./run-bench.sh --resume "
            })
    void a_run_of_another_command_is_not_gone_on_with(String command, String kind, String cure) {
        plan(RunKind.valueOf(kind.toUpperCase(Locale.ROOT)), Map.of("seed", 77));

        Console console = Console.run(command, "--resume", directory.toString());

        assertThat(console.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(console.err()).contains("it is a run of " + kind + "; go on with: " + cure);
    }

    @Test
    void a_duet_to_be_resumed_is_planned_by_its_own_options() {
        plan(
                RunKind.DUET,
                Map.of(
                        "arms",
                        List.of("linger.ms=5", "linger.ms=0"),
                        "jmh_arguments",
                        List.of("-p", "acks=all", "-p", "transactional=false", "-p", "enableIdempotence=true"),
                        "looks",
                        List.of(4, 8),
                        "most_steal",
                        0.02,
                        "most_others",
                        0.1,
                        "seed",
                        77));

        Console console = Console.run("duet", "--dry-run", "--resume", directory.toString());

        assertThat(console.err()).isEmpty();
        assertThat(console.out()).contains("base: linger.ms=5, the setting linger.ms", "at most 12 blocks");
    }

    @Test
    void a_duet_of_jars_asks_for_them_again() {
        plan(
                RunKind.DUET,
                Map.of(
                        "arms",
                        List.of("a.jar", "b.jar"),
                        "jmh_arguments",
                        List.of(),
                        "looks",
                        List.of(4, 8),
                        "most_steal",
                        0.02,
                        "seed",
                        77));

        assertThat(Console.run("duet", "--dry-run", "--resume", directory.toString())
                        .err())
                .contains("the paths of its jars are not kept; name them again: duet a.jar b.jar --resume ");
    }

    /** Writes the plan of a run that was stopped before it had measured anything. */
    private void plan(RunKind kind, Map<String, Object> decided) {
        Map<String, Object> all = new HashMap<>(decided);
        all.put("quick", true);
        all.put("broker_warm_up_rounds", 12);
        RunPlan.of(kind, new Provenance(GitState.UNKNOWN, "17", "4.3.1", "4.3.1"), all)
                .write(new RunDirectory(directory));
    }

    private static List<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
    }
}
