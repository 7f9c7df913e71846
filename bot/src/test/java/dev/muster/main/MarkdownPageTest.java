package dev.muster.main;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    private static final String PAPER =
            """
            # A & <b>B</b>

            *A draft. #1 is row 1.*

            - The pool was full (#12), as #13 says; [#12](https://a.example/) `#12`

            | When | Who | What | Row |
            |---|---|---|---|
            | 14:05:00 | ann | The pool is full, see #12 | #12 |

            *Nobody has written this yet.* Why?

            <script>alert(1)</script> [x](javascript:alert)
            """;

    private final String page = MarkdownPage.of(PAPER);

    @Test
    void leadsFromAClaimToTheLineThatItStandsOn() {
        assertThat(page)
                .contains("full (<a rel=\"nofollow\" href=\"#row-12\">#12</a>), as #13 says")
                .contains("<tr id=\"row-12\">", "see <a rel=\"nofollow\" href=\"#row-12\">#12</a></td>")
                .contains(
                        "<td class=\"short\">#12</td>",
                        "<a rel=\"nofollow\" href=\"https://a.example/\">#12</a> <code>#12</code>");
    }

    @Test
    void showsWhatIsStillToBeWritten() {
        assertThat(page).contains("<p class=\"open\"><em>Nobody has written this yet.</em> Why?</p>");
        assertThat(page).contains("<p><em>A draft. #1 is row 1.</em></p>");
    }

    @Test
    void isNamedAfterItsHeadingAndRunsNothing() {
        assertThat(page)
                .contains("<title>A &amp; B</title>", "default-src 'none'")
                .doesNotContain("<script", "href=\"javascript");
    }
}
