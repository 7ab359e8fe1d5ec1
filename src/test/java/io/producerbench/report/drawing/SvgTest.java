package io.producerbench.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.Golden;
import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgTest {
    private static final String PAYLOAD = "</text><script>alert(1)</script>&amp;\"'\u0000\u001b\uffff";

    @Test
    void a_picture_for_a_page_is_this_text() throws Exception {
        Golden.assertSame(
                "report/golden/drawing.svg", Svg.inline("any", "A title", "A description.", AnyDrawing.with("1 < 2")));
    }

    @Test
    void a_picture_for_a_file_is_this_text() throws Exception {
        Golden.assertSame(
                "report/golden/drawing-file.svg",
                Svg.file("any", "A title", "A description.", AnyDrawing.with("1 < 2")));
    }

    @Test
    void whatever_the_text_is_it_stays_text() throws Exception {
        Document svg = parsed(Svg.file("any", PAYLOAD, PAYLOAD, AnyDrawing.with(PAYLOAD)));

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("</text><script>alert(1)</script>&amp;\"'???");
        assertThat(texts(svg)).contains("</text><script>alert(1)</script>&amp;\"'???", "bold");
    }

    @Test
    void a_screen_reader_finds_title_and_description() throws Exception {
        Element svg = parsed(Svg.inline("any", "A title", "Words.", AnyDrawing.with("text")))
                .getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("any-title any-text");
        assertThat(Stream.of("title", "desc")
                        .map(name -> svg.getElementsByTagName(name).item(0).getTextContent()))
                .containsExactly("A title", "Words.");
    }

    @Test
    void colours_are_left_to_the_style_sheet_which_has_every_class() {
        String svg = Svg.inline("any", "A title", "Words.", AnyDrawing.with("text"));

        assertThat(svg).doesNotContain("style", "fill=", "stroke=", "#");
        assertThat(Stream.of(Ink.values()).map(Ink::role))
                .allSatisfy(role -> assertThat(SvgStyle.css())
                        .contains(".f-" + role + "{fill:var(--ink-" + role + ")}")
                        .contains(".s-" + role + "{stroke:var(--ink-" + role + ")}"));
        assertThat(SvgStyle.css()).contains("@media (prefers-color-scheme:dark)", "@media print", ".dashed{");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static Stream<String> texts(Document svg) {
        var texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent());
    }
}
