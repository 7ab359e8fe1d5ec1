package io.producerbench.cluster.external;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority of a test's own and what it issues, made by the JDK's keytool. */
public final class Certificates {

    private static final String AUTHORITY = "authority";

    private final Path directory;
    private final String password;

    /** @param password of every key store, and of every key in it */
    public Certificates(Path directory, String password) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.password = password;
        generate(AUTHORITY, "-ext", "bc:c", "-validity", "30");
        keytool(AUTHORITY, "-exportcert", "-alias", AUTHORITY, "-rfc", "-file", file("authority.pem"));
    }

    /**
     * A key store with a key for CN={@code name}, signed for {@code 127.0.0.1} and no other host.
     */
    public Path keyStore(String name, String... validity) {
        generate(name, "-validity", "30");
        keytool(name, "-certreq", "-alias", name, "-file", file(name + ".csr"));
        List<String> sign = new ArrayList<>(List.of(
                "-gencert",
                "-alias",
                AUTHORITY,
                "-rfc",
                "-ext",
                "san=ip:127.0.0.1",
                "-infile",
                file(name + ".csr"),
                "-outfile",
                file(name + ".pem")));
        sign.addAll(validity.length == 0 ? List.of("-validity", "30") : List.of(validity));
        keytool(AUTHORITY, sign.toArray(String[]::new));
        keytool(name, "-importcert", "-noprompt", "-alias", AUTHORITY, "-file", file("authority.pem"));
        keytool(name, "-importcert", "-noprompt", "-alias", name, "-file", file(name + ".pem"));
        return store(name);
    }

    /** A trust store that holds this authority, in this format. */
    public Path trustStore(String type) {
        Path store = directory.resolve("trust." + type);
        if (Files.notExists(store)) {
            run(List.of(
                    "-importcert",
                    "-noprompt",
                    "-alias",
                    AUTHORITY,
                    "-file",
                    file("authority.pem"),
                    "-keystore",
                    store.toString(),
                    "-storetype",
                    type,
                    "-storepass:env",
                    "STORE_PASSWORD"));
        }
        return store;
    }

    /** This authority's certificate. */
    public Path pem() {
        return directory.resolve("authority.pem");
    }

    /** The key and its certificates in one file, as Kafka's clients want it. */
    public Path keyPem(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore(name))) {
            store.load(in, password.toCharArray());
        }
        Key key = store.getKey(name, password.toCharArray());
        StringBuilder pem = new StringBuilder(block("PRIVATE KEY", key.getEncoded()));
        for (Certificate certificate : store.getCertificateChain(name)) {
            pem.append(block("CERTIFICATE", certificate.getEncoded()));
        }
        return Files.writeString(directory.resolve(name + "-key.pem"), pem);
    }

    private static String block(String label, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private void generate(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1"));
        arguments.addAll(List.of(more));
        keytool(name, arguments.toArray(String[]::new));
    }

    private void keytool(String store, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "-keystore", store(store).toString(), "-storetype", "PKCS12", "-storepass:env", "STORE_PASSWORD"));
        run(all);
    }

    private Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private void run(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("STORE_PASSWORD", password);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("expected keytool to take " + arguments + ", got: " + said);
            }
        } catch (IOException e) {
            throw new IllegalStateException("expected keytool to start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for keytool", e);
        }
    }
}
