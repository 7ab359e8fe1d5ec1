package io.producerbench.calibration.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class PeersVersionTest {
    @Test
    void the_peers_own_build_has_the_same_default_as_the_main_build() throws Exception {
        assertThat(defaultIn("src/peers/pom.xml")).isNotEmpty().isEqualTo(defaultIn("pom.xml"));
    }

    private static String defaultIn(String pom) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(pom).toFile());
        return XPathFactory.newInstance().newXPath().evaluate("/project/properties/kafka.tools.version", document);
    }
}
