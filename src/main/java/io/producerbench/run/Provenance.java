package io.producerbench.run;

import io.producerbench.environment.GitState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What all samples of one run have in common. A run that is resumed with anything else is refused,
 * because it would mix two runs.
 *
 * @param jdk version of the JVM that forks run on
 */
public record Provenance(GitState git, String jdk, String clientVersion, String brokerVersion) {
    private static final List<Trait> TRAITS = List.of(
            new Trait("commit", origin -> origin.git.commit(), "commit", "check that commit out"),
            new Trait("dirty", origin -> origin.git.dirty(), "dirty flag", "bring the files back to what they were"),
            new Trait("jdk", Provenance::jdk, "fork JDK", "run on that JDK (JAVA_HOME, or what -jvm names)"),
            new Trait(
                    "client_version", Provenance::clientVersion, "client version", "build that one (-Dkafka.version)"),
            new Trait("broker_version", Provenance::brokerVersion, "broker version", "start those brokers"));

    /**
     * @param key in {@code plan.json}, the same as the column of {@code samples.csv}
     * @param words the name of the trait in messages
     * @param cure what the user can do about a difference
     */
    private record Trait(String key, Function<Provenance, Object> value, String words, String cure) {}

    /** Adds to a plan what {@link #difference} compares later. */
    public void describe(Map<String, Object> plan) {
        TRAITS.forEach(trait -> plan.put(trait.key, trait.value.apply(this)));
    }

    /**
     * Returns the first thing in a run's {@code plan.json} that is different now, with the cure;
     * empty if all is the same.
     */
    public Optional<String> difference(Map<?, ?> plan) {
        return TRAITS.stream()
                .filter(trait -> !trait.value.apply(this).equals(plan.get(trait.key)))
                .findFirst()
                .map(trait -> "its " + trait.words + " was " + plan.get(trait.key) + " and now is "
                        + trait.value.apply(this) + "; " + trait.cure + ", or start anew");
    }
}
