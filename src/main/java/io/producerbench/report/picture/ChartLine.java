package io.producerbench.report.picture;

import io.producerbench.report.drawing.Appearance;
import io.producerbench.report.drawing.Place;
import io.producerbench.report.drawing.Stroke;
import java.util.List;

/**
 * One line of a chart.
 *
 * @param label stands at its end
 * @param values at least one, by rising x, in the units of the axes
 */
record ChartLine(String label, Appearance look, Stroke stroke, List<Place> values) {
    ChartLine {
        values = List.copyOf(values);
    }

    Place last() {
        return values.get(values.size() - 1);
    }
}
