package io.producerbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void text_breaks_at_blanks_and_in_a_word_only_if_it_must() {
        assertThat(Texts.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Texts.wrap("one two three", 6)).containsExactly("one", "two", "three");
        assertThat(Texts.wrap("one  two", 4)).containsExactly("one", "two");
        assertThat(Texts.wrap("transactional", 6)).containsExactly("transa", "ctiona", "l");
        assertThat(Texts.wrap("latency_sampling=16", 18)).containsExactly("latency_sampling=", "16");
        assertThat(Texts.wrap("", 6)).containsExactly("");
        assertThat(Texts.wrap("exact", 5)).containsExactly("exact");
    }
}
