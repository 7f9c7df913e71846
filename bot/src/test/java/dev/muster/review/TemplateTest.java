package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    @Test
    void saysInItsOwnOrderUnderItsOwnHeadings() {
        Template template = new Template("own", "# {{title}}\n\n## Why\n\n{{causes}}\n\n## When\n\n{{timeline}}\n");
        Postmortem empty = Postmortem.untouched(Samples.ID);

        Document document = new Document(empty, Papers.minutes(Samples.resolved()), template);

        assertThat(document.markdown())
                .startsWith(
                        "# Checkout is down\n\n## Why\n\n*Nobody has written this yet.* What had to come together?\n\n")
                .contains("## When\n\n| | Moment | When |")
                .doesNotContain("Summary", "{{");
        assertThat(document.missing()).as("what it does not show nobody misses").containsExactly(Section.CAUSES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# A\\n{{causes}}\\n{{impakt}}|3|there is no {{impakt}}. There are: summary, impact",
                "{{causes}}\\n{{ causes }}|2|{{causes}} stands in it twice",
                "Why: {{causes}}|1|Give it a line of its own",
                "# A\\n{{summary}}|2|it has no {{causes}}, without which nothing is published",
                "{{causes}}\\n{{Impact}}|2|there is no {{Impact}}",
            })
    void saysWhatIsWrongAndWhere(String text, int line, String what) {
        assertThatThrownBy(() -> new Template("own", text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(Misfit.class, misfit -> {
                    assertThat(misfit.what()).contains(what);
                    assertThat(misfit.line()).isEqualTo(line);
                });
    }

    @Test
    void fillsNothingInTwice() {
        Template template = new Template("own", "{{title}} {{incident}}\n{{causes}}");

        assertThat(template.filled(word -> "{{causes}} $1 \\", section -> "{{title}}"))
                .isEqualTo("{{causes}} $1 \\ {{causes}} $1 \\\n{{title}}");
    }
}
