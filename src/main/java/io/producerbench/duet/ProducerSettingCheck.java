package io.producerbench.duet;

import io.producerbench.failure.UsageException;
import io.producerbench.load.ProducerSettings;
import io.producerbench.scenario.Axis;
import io.producerbench.scenario.Scenario;
import io.producerbench.text.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks the settings that an arm gives its producer. The client of the arm itself is asked, because
 * a producer only warns of a setting that it does not know, and the arms would then measure equal.
 */
final class ProducerSettingCheck {
    /** What a producer of this suite is given by code. */
    private static final Set<String> GIVEN =
            Set.of("bootstrap.servers", "client.id", "transactional.id", "key.serializer", "value.serializer");

    private ProducerSettingCheck() {}

    /**
     * Refuses a setting that the suite sets itself, because the arm's value would have no effect.
     *
     * @throws UsageException with the cure
     */
    static void requireFree(String arm, String name) {
        for (Axis axis : Axis.values()) {
            if (axis.column().equals(name)) {
                throw new UsageException(arm + ": " + name + " is chosen with -p " + axis.param()
                        + ", or compared with arms such as " + name + "=VALUE");
            }
        }
        if (GIVEN.contains(name)
                || ProducerSettings.of(Scenario.ofDefaults(Map.of(Axis.ACKS, "all")))
                        .containsKey(name)) {
            throw new UsageException(arm + ": " + name + " cannot be compared, because the suite sets it itself");
        }
    }

    /**
     * Refuses a setting that the client in {@code jar} does not know, or whose value it refuses.
     *
     * @throws UsageException with the client's own reason
     */
    static void requireKnown(String arm, Map<String, String> settings, Path jar) {
        if (settings.isEmpty()) {
            return;
        }
        try (URLClassLoader client =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Object definition = client.loadClass("org.apache.kafka.clients.producer.ProducerConfig")
                    .getMethod("configDef")
                    .invoke(null);
            Set<?> names = (Set<?>) call(definition, "names");
            for (String name : settings.keySet()) {
                if (!names.contains(name)) {
                    List<String> known = names.stream().map(String::valueOf).toList();
                    throw new UsageException(arm + ": this version of the producer has no setting '" + name + "'"
                            + NearestName.hint(name, known));
                }
            }
            List<?> checked = (List<?>)
                    definition.getClass().getMethod("validate", Map.class).invoke(definition, settings);
            for (Object value : checked) {
                List<?> errors = (List<?>) call(value, "errorMessages");
                if (settings.containsKey(call(value, "name")) && !errors.isEmpty()) {
                    throw new UsageException(arm + ": " + errors.get(0));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("expected " + jar + " to have a producer that tells its settings", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    private static Object call(Object on, String method) throws ReflectiveOperationException {
        return on.getClass().getMethod(method).invoke(on);
    }
}
