package io.producerbench.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void words_and_attributes_cannot_end_where_they_stand() {
        String outside = "a\" b='c' </p><script>&amp;";

        assertThat(Html.tag("p", Map.of("title", outside), Html.words(outside)).markup())
                .isEqualTo("<p title=\"" + ESCAPED + "\">" + ESCAPED + "</p>");
    }

    private static final String ESCAPED = "a&quot; b=&#39;c&#39; &lt;/p&gt;&lt;script&gt;&amp;amp;";
}
