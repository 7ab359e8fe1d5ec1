package io.producerbench.report.picture;

import io.producerbench.report.drawing.Drawing;
import io.producerbench.report.drawing.Framed;
import io.producerbench.report.drawing.Svg;
import java.util.Optional;

/**
 * One picture of a run.
 *
 * @param name of its files, without an ending; used once in a run
 * @param title what is drawn
 * @param caption one sentence that says what to see; its numbers are of the same files
 * @param chart the same numbers for a reader who wants to look closer; empty if that shows no more
 */
public record Picture(String name, String title, String caption, Drawing drawing, Optional<ZoomChart> chart) {
    public Picture(String name, String title, String caption, Drawing drawing) {
        this(name, title, caption, drawing, Optional.empty());
    }

    /** Returns the element for a page that contains the style of pictures. */
    public String svg() {
        return Svg.inline(name, title, caption, drawing);
    }

    /**
     * Returns the drawing with its title and its caption, as it stands alone in a document.
     *
     * @param source what it is made from, for instance the id of the run
     */
    Drawing framed(String source) {
        return Framed.of(title, caption, source, drawing);
    }

    /** Returns the whole text of a file that needs nothing else. */
    public String svgFile(String source) {
        return Svg.file(name, title, caption, framed(source));
    }
}
