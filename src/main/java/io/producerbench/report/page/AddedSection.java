package io.producerbench.report.page;

/**
 * A part of the page whose text comes from another feature.
 *
 * @param id used once in the page
 * @param text in lines, shown as they are
 */
public record AddedSection(String id, String title, String text) {
    Html html() {
        return ReportPage.section(id, title, Html.tag("pre", Html.words(text)));
    }
}
