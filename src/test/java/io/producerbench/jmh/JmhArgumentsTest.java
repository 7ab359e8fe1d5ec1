package io.producerbench.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.PacingKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.options.CommandLineOptions;

class JmhArgumentsTest {
    @ParameterizedTest
    @ValueSource(strings = {"-p akcs=all", "-p=akcs=all", "-f 2 -p acks=1 -p akcs=all"})
    void an_unknown_parameter_is_refused_with_the_nearest_known(String line) {
        refused(line)
                .hasMessageContaining("there is no parameter 'akcs'; did you mean 'acks'?")
                .hasMessageContaining("acks, enableIdempotence, transactional");
    }

    @Test
    void an_unknown_parameter_attached_to_its_option_is_refused_too() {
        refused("-pakcs=all").hasMessageContaining("did you mean 'acks'?");
    }

    @Test
    void a_name_that_is_like_none_is_refused_without_a_guess() {
        refused("-p qwertyuiop=1")
                .hasMessageContaining("there is no parameter 'qwertyuiop'. The parameters are ")
                .hasMessageNotContaining("did you mean");
    }

    @Test
    void a_value_that_a_parameter_does_not_take_is_refused() {
        assertThatThrownBy(() -> parse("-p acks=2").chosen())
                .isInstanceOf(UsageException.class)
                .hasMessage("-p acks: expected one of 0, 1, all, got: 2");
        assertThatThrownBy(() -> parse("-p recordSize=10MB").chosen())
                .isInstanceOf(UsageException.class)
                .hasMessage("-p recordSize: expected a whole number from 1 to 1000000, got: 10MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f 0", "-f=0", "-f0"})
    void no_forks_are_no_samples(String line) {
        refused(line).hasMessageStartingWith("-f 0: every sample needs a fork of its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wf 1", "-wf=1"})
    void warm_up_forks_are_refused(String line) {
        refused(line).hasMessageStartingWith("-wf 1: warm-up forks would write to the measured topic");
    }

    @Test
    void saying_that_there_are_no_warm_up_forks_is_fine() {
        assertThat(parse("-wf 0").options().getWarmupForkCount().get()).isZero();
    }

    @Test
    void threads_and_producers_are_two_words_for_one_thing() {
        refused("-t 2 -p producers=4").hasMessageStartingWith("-t and -p producers both say");
        assertThat(parse("-t 2").chosen()).containsEntry(Axis.PRODUCERS, List.of("2"));
        assertThat(parse("-p producers=1,4").chosen()).containsEntry(Axis.PRODUCERS, List.of("1", "4"));
    }

    @Test
    void as_many_threads_as_possible_is_as_many_producers_as_processors() {
        assertThat(parse("-t max").chosen())
                .containsEntry(
                        Axis.PRODUCERS,
                        List.of(Integer.toString(Runtime.getRuntime().availableProcessors())));
    }

    @Test
    void what_was_not_chosen_is_left_to_the_defaults() {
        assertThat(parse("-p acks=all,1 -p rate=500 -f 3").chosen())
                .containsOnlyKeys(Axis.ACKS, Axis.RATE)
                .containsEntry(Axis.ACKS, List.of("all", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-zz", "-w abc", "-f abc", "-tu parsecs", "-t 0", "-p acks", "-p", "-rff"})
    void what_jmhs_parser_refuses_is_refused_with_a_way_to_the_options(String line) {
        refused(line).hasMessageEndingWith(": ./run-bench.sh -h lists JMH's options, --help ours");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-rf xml | -rf xml: expected one of text, csv, scsv, json, latex",
                "-rf jsn | -rf jsn: expected one of text, csv, scsv, json, latex; did you mean 'json'?",
                "-v loud | -v loud: expected one of silent, normal, extra",
                "-prof foo | -prof foo: there is no such profiler; -lprof lists the profilers that work here",
                "-prof gc:x | -prof gc: x is not a recognized option; -lprof lists the profilers that work here",
                "-prof async:libPath=/nonexistent | -prof async: ",
                "-opi 7 | -opi 7: JMH's score would no longer count records",
                "-opi 1 | -opi 1: JMH's score would no longer count records",
                "-bs 3 | -bs 3: JMH's score would no longer count records",
                "-wbs 2 | -wbs 2: JMH's score would no longer count records",
                "-r 1ns | -r 1 ns: expected a window of at least 100 ms",
                "-r 99ms | -r 99 ms: expected a window of at least 100 ms",
                "-r 24hr | -r 24 hr: expected less than 1 day for one iteration",
                "-w 1day | -w 1 day: expected less than 1 day for one iteration",
                "-to 1ms | -to 1 ms: JMH would interrupt every iteration; give -to 15s or more",
                "-r 30s -to 39s | -to 39 s: JMH would interrupt every iteration; give -to 40s or more",
                "-gc maybe | -gc maybe: expected true or false",
                "-si yes | -si yes: expected true or false"
            })
    void an_option_that_would_spoil_every_sample_is_refused(String line, String beginning) {
        refused(line).hasMessageStartingWith(beginning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-prof gc", "-bs 1", "-r 100ms", "-r 30s -to 40s", "-to 15s", "-gc true", "-si false"})
    void a_rare_option_that_spoils_nothing_is_accepted(String line) {
        assertThat(parse(line).options()).isNotNull();
    }

    @Test
    void a_mode_that_jmh_does_not_know_is_refused() {
        refused("-bm quickly").hasMessageContaining("quickly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rf json",
                "-rf=json",
                "--rf=json",
                "-rff r.json",
                "-rff=r.json",
                "--rff=r.json",
                "-o jmh.log",
                "-o=jmh.log",
                "--o=jmh.log",
                "-rf json -rff r.json -o jmh.log"
            })
    void a_fork_is_not_told_to_write_files(String line) {
        CommandLineOptions fork = parse("-i 2 " + line + " MaxRate").withoutOutputs();

        assertNoOutputs(fork);
        assertThat(fork.getMeasurementIterations().get()).isEqualTo(2);
        assertThat(fork.getIncludes()).containsExactly("MaxRate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rf json", "--rff r.json", "--o jmh.log", "-ojmh.log"})
    void a_fork_is_not_told_to_write_files_in_jmhs_rarer_spellings_either(String line) {
        assertNoOutputs(parse(line).withoutOutputs());
    }

    private static void assertNoOutputs(CommandLineOptions fork) {
        assertThat(fork.getResultFormat().hasValue()).as("-rf").isFalse();
        assertThat(fork.getResult().hasValue()).as("-rff").isFalse();
        assertThat(fork.getOutput().hasValue()).as("-o").isFalse();
    }

    @Test
    void jmhs_own_result_file_has_jmhs_own_default_name() {
        assertThat(parse("-rf json").resultFileName()).isEqualTo("jmh-result.json");
        assertThat(parse("").resultFileName()).isEqualTo("jmh-result.csv");
        assertThat(parse("-rf json -rff mine.txt").resultFileName()).isEqualTo("mine.txt");
    }

    @Test
    void a_pattern_selects_the_benchmarks_whose_names_it_is_found_in() {
        assertThat(parse("").pacings()).isEqualTo(PacingKind.USUAL);
        assertThat(parse("MaxRate").pacings()).isEqualTo(Set.of(PacingKind.CLOSED_LOOP));
        assertThat(parse("Fixed").pacings()).isEqualTo(Set.of(PacingKind.OPEN_LOOP));
        assertThat(parse("MaxRate FixedRate").pacings()).isEqualTo(PacingKind.USUAL);
        assertThat(parse("Visible").pacings()).isEqualTo(Set.of(PacingKind.OPEN_LOOP_WITH_READERS));
        assertThat(parse("benchmarks\\..*\\.send$").pacings()).isEqualTo(EnumSet.allOf(PacingKind.class));
    }

    @Test
    void an_excluded_benchmark_is_not_selected() {
        assertThat(parse("-e Max").pacings()).isEqualTo(Set.of(PacingKind.OPEN_LOOP));
    }

    @Test
    void an_empty_argument_which_would_select_every_benchmark_is_refused() {
        assertThatThrownBy(() -> JmhArguments.parse(List.of("MaxRate", "")).pacings())
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "'': expected a benchmark, got an empty argument, which matches each of them; leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Latency", "maxrate"})
    void patterns_that_select_nothing_are_refused(String line) {
        assertThatThrownBy(() -> parse(line).pacings())
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("no benchmark matches [")
                .hasMessageContaining("there are MaxRate, FixedRate and Visible");
    }

    @Test
    void exclusions_that_leave_nothing_are_named() {
        assertThatThrownBy(() -> parse("-e send").pacings())
                .isInstanceOf(UsageException.class)
                .hasMessage("-e send excludes every benchmark; there are MaxRate, FixedRate and Visible");
        assertThatThrownBy(() -> parse("MaxRate -e Max").pacings())
                .isInstanceOf(UsageException.class)
                .hasMessage("no benchmark matches [MaxRate] without [Max]; there are MaxRate, FixedRate and Visible");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Max[", "-e Max["})
    void a_pattern_that_is_none_is_refused(String line) {
        assertThatThrownBy(() -> parse(line).pacings())
                .isInstanceOf(UsageException.class)
                .hasMessage("'Max[' is not a regular expression: Unclosed character class");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refused(String line) {
        return assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageException.class);
    }

    private static JmhArguments parse(String line) {
        return JmhArguments.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")));
    }
}
