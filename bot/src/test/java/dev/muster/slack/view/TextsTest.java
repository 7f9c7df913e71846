package dev.muster.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Markup;
import dev.muster.incident.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource({"abcde, 5, abcde", "abcdef, 5, abcd…", "ab🔥de, 5, ab🔥…", "abc🔥e, 5, abc…", "🔥🔥🔥, 4, 🔥…"})
    void cutsPlainTextNeverInsideACharacter(String text, int longest, String expected) {
        assertThat(Texts.cut(text, longest)).isEqualTo(expected);
    }

    @Test
    void neverSendsAnEmptyText() {
        assertThat(Texts.cut("", 10)).isEqualTo(" ");
        assertThat(Texts.cutMarkup("", 10)).isEqualTo(" ");
        assertThat(Texts.cutMarkup(" \n", 10)).isEqualTo(" ");
    }

    @Test
    void cutsMarkupAtEveryLengthWithoutBreakingAnything() {
        String markup = "A &amp; B &lt;x&gt; <@U0ANN> in <#C0ROOM> 🔥 "
                + Markup.time(Samples.NOW)
                + " <https://video.example/x|Video &amp; call> end";

        for (int longest = 4; longest <= markup.length() + 1; longest++) {
            String cut = Texts.cutMarkup(markup, longest);

            assertThat(cut).hasSizeLessThanOrEqualTo(longest);
            Limits.assertHarmless(cut);
        }
    }

    @Test
    void leavesMarkupThatFitsAsItIs() {
        assertThat(Texts.cutMarkup("<@U0ANN> &amp; co", 17)).isEqualTo("<@U0ANN> &amp; co");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    *bold* and `code`                          → bold and code
                    due <!date^1700000000^{time}|2023-11-14>   → due 2023-11-14
                    <https://video.example/x|Video call>       → Video call (https://video.example/x)
                    by <@U0ANN> in <#C0ROOM>                   → by <@U0ANN> in <#C0ROOM>
                    &lt;!channel&gt;                           → &lt;!channel&gt;
                    """)
    void writesMarkupInPlainWords(String markup, String expected) {
        assertThat(Texts.plain(markup)).isEqualTo(expected);
    }
}
