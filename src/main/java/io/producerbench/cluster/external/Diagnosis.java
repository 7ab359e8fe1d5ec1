package io.producerbench.cluster.external;

import io.producerbench.cluster.Redaction;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/**
 * Says why a client could not be made or was refused, and names the setting to look at. Prints no
 * secret and no stack trace.
 */
final class Diagnosis {

    /**
     * The cause that is asked about when a server takes a connection and does not answer as a
     * broker.
     */
    static final String WRONG_LISTENER = "wrong port, or does security.protocol not fit this listener?";

    private static final List<Symptom> SYMPTOMS = List.of(
            new Symptom(is(CertificateExpiredException.class), "the broker's certificate has expired"),
            new Symptom(is(CertificateNotYetValidException.class), "the broker's certificate is not valid yet"),
            new Symptom(
                    says("(?i)no subject alternative|no name matching"),
                    "the broker's certificate is for another host name; use the name it is for in --bootstrap-server and in"
                            + " the brokers' advertised.listeners"),
            new Symptom(
                    says("(?i)unable to find valid certification path|path does not chain|signature check failed"
                            + "|trustAnchors parameter must be non-empty"),
                    "the broker's certificate is signed by no CA that is trusted here; ssl.truststore.* must hold it"),
            new Symptom(
                    says("(?i)received fatal alert: (bad_certificate|certificate_|unknown_ca|access_denied)"),
                    "the broker did not take our certificate, or wants one; ssl.keystore.* must hold one that it trusts"),
            new Symptom(says("(?i)unrecognized SSL message"), "the server did not answer with TLS: " + WRONG_LISTENER),
            new Symptom(
                    says("(?i)received fatal alert|no appropriate protocol"),
                    "client and broker have no TLS version or cipher in common; see ssl.enabled.protocols and ssl.cipher.suites"),
            new Symptom(
                    is(UnsupportedSaslMechanismException.class), "the brokers do not offer what sasl.mechanism names"),
            new Symptom(
                    is(IllegalSaslStateException.class),
                    "this listener has no SASL; set security.protocol to SSL or PLAINTEXT, or give another port"),
            new Symptom(
                    is(SaslAuthenticationException.class),
                    "the brokers refuse the name, password or token; see sasl.jaas.config and sasl.mechanism"),
            new Symptom(
                    is(UnrecoverableKeyException.class)
                            .or(says("(?i)password was incorrect|password verification failed")),
                    "a key store cannot be opened; see ssl.truststore.password, ssl.keystore.password and ssl.key.password"),
            new Symptom(
                    is(NoSuchFileException.class).or(is(FileNotFoundException.class)),
                    "a file that the client's settings name is not there"),
            new Symptom(
                    is(TimeoutException.class),
                    "the server takes connections and did not answer: " + WRONG_LISTENER
                            + " Or is what the brokers advertise (advertised.listeners) out of reach from here?"));

    private Diagnosis() {}

    private record Symptom(Predicate<Throwable> shows, String words) {}

    private static Predicate<Throwable> is(Class<? extends Throwable> type) {
        return type::isInstance;
    }

    private static Predicate<Throwable> says(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return failure -> pattern.matcher(String.valueOf(failure.getMessage())).find();
    }

    /** Returns one line, without the secrets in the settings. */
    static String of(Throwable failure, Map<String, String> settings) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        Optional<String> words = SYMPTOMS.stream()
                .filter(symptom -> chain.stream().anyMatch(symptom.shows()))
                .findFirst()
                .map(Symptom::words);
        String said = chain.stream()
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .map(message -> message.lines().findFirst().orElse(""))
                .reduce((outer, inner) -> outer.contains(inner) ? outer : inner)
                .orElse(failure.getClass().getSimpleName());
        String text = words.map(known -> known + " (" + said + ")").orElse(said);
        return Redaction.of(settings).apply(text.lines().collect(Collectors.joining(" ")));
    }
}
