package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaperTest {

    @Test
    void takesSignsAsTheyAre() {
        assertThat(Paper.line("a *b* | [c](d) <e>\n# f_g `h` \\"))
                .isEqualTo("a \\*b\\* \\| \\[c\\](d) \\<e\\> \\# f\\_g \\`h\\` \\\\");
    }

    @Test
    void readsAloudWhatItWrote() {
        String words = "a *b* | [c](d) <e> # f_g `h` \\";

        assertThat(Paper.plain("- **Title:** " + Paper.line(words))).isEqualTo("• Title: " + words);
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(Paper.line("abcdef", 4)).isEqualTo("abc…");
        assertThat(Paper.line("abcd", 4)).isEqualTo("abcd");
    }
}
