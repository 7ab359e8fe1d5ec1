package io.producerbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What a build takes from outside is one thing, to the byte. */
class PinnedVersionsTest {
    private static final String EXACT = "\\d[\\w.-]*|\\$\\{[\\w.]+\\.version}|\\$\\{project\\.[\\w.]+}";

    private final XPath path = XPathFactory.newInstance().newXPath();

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/broker/pom.xml", "src/peers/pom.xml"})
    void every_version_is_exact(String pom) throws Exception {
        assertThat(texts(pom, "//plugin/version | //dependency/version | //annotationProcessorPaths/path/version"))
                .isNotEmpty()
                .allMatch(version -> version.matches(EXACT));
        assertThat(texts(pom, "/project/properties/*[contains(name(), '.version')]"))
                .isNotEmpty()
                .allMatch(version -> version.matches("\\d[\\w.-]*"));
        assertThat(texts(pom, "//plugin[not(version)]/artifactId")).isEmpty();
    }

    @Test
    void all_three_builds_have_one_version_of_a_plugin_and_one_time() throws Exception {
        Map<String, String> main = plugins("pom.xml");
        Map<String, String> broker = plugins("src/broker/pom.xml");

        assertThat(plugins("src/peers/pom.xml")).isEqualTo(broker);
        assertThat(broker).containsEntry("cyclonedx-maven-plugin", main.get("cyclonedx-maven-plugin"));
        String time = "/project/properties/project.build.outputTimestamp";
        assertThat(texts("pom.xml", time))
                .hasSize(1)
                .isEqualTo(texts("src/broker/pom.xml", time))
                .isEqualTo(texts("src/peers/pom.xml", time));
    }

    @Test
    void downloads_are_checked() throws IOException {
        Properties wrapper = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(".mvn/wrapper/maven-wrapper.properties"))) {
            wrapper.load(file);
        }

        assertThat(wrapper.getProperty("distributionSha256Sum")).matches("[0-9a-f]{64}");
        assertThat(wrapper.getProperty("distributionTarSha256Sum")).matches("[0-9a-f]{64}");
        assertThat(Path.of("mvnw")).content().contains("${distributionTarSha256Sum-}");
        assertThat(Path.of(".mvn/wrapper/maven-wrapper.jar")).doesNotExist();
        assertThat(Path.of(".mvn/maven.config")).content().contains("--strict-checksums");
    }

    private Map<String, String> plugins(String pom) throws Exception {
        Map<String, String> plugins = new TreeMap<>();
        List<String> names = texts(pom, "//plugin/artifactId");
        List<String> versions = texts(pom, "//plugin/version");
        for (int i = 0; i < names.size(); i++) {
            plugins.put(names.get(i), versions.get(i));
        }
        return plugins;
    }

    private List<String> texts(String pom, String expression) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(pom).toFile());
        NodeList found = (NodeList) path.evaluate(expression, document, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}
