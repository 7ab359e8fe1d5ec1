package io.producerbench.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.producerbench.guarantee.Mode;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Sketch;
import io.producerbench.report.drawing.Stroke;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ZoomTest {
    private static final String PAYLOAD = "</script><!--<script>&]]>\u2028\"";

    @Test
    void the_data_is_json_and_nothing_in_it_ends_the_element() {
        Zoom zoom = Zoom.of(List.of(picture(PAYLOAD)));

        assertThat(zoom.json()).doesNotContain("<", ">", "&", "\u2028");
        var chart = new JsonMapper().readTree(zoom.json()).get(0);
        assertThat(chart.get("lines").get(0).get("label").asString()).isEqualTo(PAYLOAD);
        assertThat(chart.get("lines").get(0).get("xs").get(1).asDouble()).isEqualTo(1);
        assertThat(chart.get("lines").get(0).get("ys").get(1).asDouble()).isEqualTo(3.142);
        assertThat(chart.get("lines").get(0).get("ink").asString()).isEqualTo("blue");
    }

    @Test
    void scripts_and_styles_can_stand_in_a_page() {
        Zoom zoom = Zoom.of(List.of(picture("acks=all")));

        assertThat(zoom.scripts()).hasSize(2).noneMatch(text -> text.contains("</script") || text.contains("]]>"));
        assertThat(zoom.styles()).hasSize(2).noneMatch(text -> text.contains("</style") || text.contains("]]>"));
        assertThat(zoom.scripts().get(0)).contains("uPlot (v1.6.32)");
        assertThat(zoom.scripts().get(1)).contains("getElementById('picture-data')");
    }

    /** A page without lines is not made larger. */
    @Test
    void without_lines_there_is_no_script() {
        assertThat(Zoom.of(List.of(new Picture("a", "b", "c.", new Sketch().drawing(10)))))
                .isEqualTo(new Zoom("[]", List.of(), List.of()));
    }

    @Test
    void every_mode_has_a_colour_and_a_mark_of_its_own() {
        assertThat(List.of(Mode.values()))
                .extracting(mode -> ModeLook.of(mode).ink())
                .doesNotHaveDuplicates();
        assertThat(List.of(Mode.values()))
                .extracting(mode -> ModeLook.of(mode).glyph())
                .doesNotHaveDuplicates();
    }

    private static Picture picture(String label) {
        ChartLine line = new ChartLine(
                label, ModeLook.of(Mode.ACKS_ALL), Stroke.LINE, List.of(new Place(0, 2), new Place(1, Math.PI)));
        return new Picture(
                "a",
                "b",
                "c.",
                new Sketch().drawing(10),
                Optional.of(new ZoomChart("percentile", "ms", true, List.of(line))));
    }
}
