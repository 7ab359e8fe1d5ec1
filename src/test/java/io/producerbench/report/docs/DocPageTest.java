package io.producerbench.report.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.producerbench.failure.UsageException;
import org.junit.jupiter.api.Test;

class DocPageTest {
    @Test
    void what_stands_between_the_markers_of_a_table_is_made_anew() {
        assertThat(filled("""
                before
                <!-- table: rates 1024, sweep, faults -->
                old | old
                <!-- end -->
                after
                """)).isEqualTo("""
                before
                <!-- table: rates 1024, sweep, faults -->
                {rates 1024 of [sweep, faults]}
                <!-- end -->
                after
                """);
    }

    @Test
    void a_run_is_linked_within_a_line() {
        assertThat(filled("of <!-- run: sweep -->[old](old)<!-- end -->, and <!-- run: other --><!-- end -->."))
                .isEqualTo("of <!-- run: sweep -->link to sweep<!-- end -->,"
                        + " and <!-- run: other -->link to other<!-- end -->.");
    }

    @Test
    void a_second_time_changes_nothing() {
        String once = filled("<!-- table: a, b -->\n<!-- end -->\n\n<!-- table: c, d -->\n<!-- end -->\n");

        assertThat(filled(once)).isEqualTo(once).contains("{a of [b]}", "{c of [d]}");
    }

    @Test
    void a_marker_without_an_end_is_refused() {
        assertThatThrownBy(() -> filled("<!-- table: a, b -->\nrows\n"))
                .isInstanceOf(UsageException.class)
                .hasMessage("expected <!-- end --> behind each of 1 markers, got 0");
    }

    private static String filled(String page) {
        return DocPage.filled(
                page,
                marker -> "{" + marker.name() + " of " + marker.runs() + "}\n",
                marker -> "link to " + marker.name());
    }
}
