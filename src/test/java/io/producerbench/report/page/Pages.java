package io.producerbench.report.page;

import io.producerbench.Golden;
import io.producerbench.report.claims.Claims;
import io.producerbench.report.picture.Pictures;
import io.producerbench.results.ResultFile;
import io.producerbench.results.RunDirectory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reports of the fixtures and of the committed runs, and how a strict parser sees them. */
final class Pages {
    private static final Path RESULTS = Path.of("results");

    /** A full sweep, and what belongs to it. */
    static final String SWEEP = "20261123T175054Z-0dbaf3b";

    static final List<String> TRIALS = List.of("20261126T140301Z-7a56c16", "20261126T151533Z-f971c92");

    private Pages() {}

    /** The hand-written sweep and trials, in directories of the test. */
    static PageInput fixture(Path directory) throws IOException {
        Path sweep = Files.createDirectories(directory.resolve("sweep"));
        Path trials = Files.createDirectories(directory.resolve("trials"));
        Files.copy(Golden.file("report/golden/sweep-summary.csv"), sweep.resolve("summary.csv"));
        Path summary = Files.copy(
                Golden.file("results/golden/guarantees-summary.csv"), trials.resolve("guarantees-summary.csv"));
        return new PageInput(
                ReportedRun.read("results/sweep", new RunDirectory(sweep)),
                List.of(ReportedRun.read("results/trials", new RunDirectory(trials))),
                Claims.of(ResultFile.read(summary), List.of()),
                List.of(),
                List.of());
    }

    /** One committed run. */
    static PageInput committed(String id) {
        return committed(id, List.of());
    }

    static PageInput committed(String id, List<String> trials) {
        List<RunDirectory> guarantees = trials.stream()
                .map(trial -> new RunDirectory(RESULTS.resolve(trial)))
                .toList();
        RunDirectory run = new RunDirectory(RESULTS.resolve(id));
        return new PageInput(
                ReportedRun.read("results/" + id, run),
                guarantees.stream()
                        .map(each -> ReportedRun.read(each.path().toString(), each))
                        .toList(),
                List.of(),
                List.of(),
                Pictures.of(run, guarantees));
    }

    /** The committed runs that measured something; a comparison has a text of its own. */
    static Stream<String> committedRuns() {
        try (Stream<Path> runs = Files.list(RESULTS)) {
            return runs
                    .filter(run -> Files.isDirectory(run) && new RunDirectory(run).hasRows())
                    .map(run -> run.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document parsed(String page) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    /** One row of a file shows how all are built. */
    private static boolean isFurtherRow(Element element) {
        Node before = element.getPreviousSibling();
        Element table = (Element) element.getParentNode().getParentNode();
        return element.getTagName().equals("tr")
                && before != null
                && table.getAttribute("class").equals("data");
    }

    /** The elements of the page's body by depth, each with its class and its own words. */
    static String outline(Document page) {
        StringBuilder outline = new StringBuilder();
        outline(elements(page, "body").get(0), "", outline);
        return outline.toString();
    }

    private static void outline(Element element, String indent, StringBuilder outline) {
        boolean isCode = element.getTagName().equals("script");
        StringBuilder words = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text && !isCode) {
                words.append(text.getData());
            }
        }
        outline.append(indent).append(element.getTagName());
        List.of("id", "class").forEach(name -> {
            if (element.hasAttribute(name)) {
                outline.append(' ').append(name).append('=').append(element.getAttribute(name));
            }
        });
        String line = words.toString().strip().replaceAll("\\s+", " ");
        outline.append(line.isEmpty() ? "" : ": " + line).append('\n');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && !isFurtherRow(inner)) {
                outline(inner, indent + "  ", outline);
            }
        }
    }

    static List<Element> elements(Document page, String name) {
        return IntStream.range(0, page.getElementsByTagName(name).getLength())
                .mapToObj(index -> (Element) page.getElementsByTagName(name).item(index))
                .toList();
    }

    /** Every element of the page, as its name with the names of its attributes. */
    static TreeSet<String> shapes(Document page) {
        TreeSet<String> shapes = new TreeSet<>();
        for (Element element : elements(page, "*")) {
            StringBuilder shape = new StringBuilder(element.getTagName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                shape.append(' ').append(element.getAttributes().item(i).getNodeName());
            }
            shapes.add(shape.toString());
        }
        return shapes;
    }
}
