package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Actor;
import dev.muster.incident.Incident;
import dev.muster.incident.Samples;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditedTest {

    private static final Actor ANN = new Actor(new UserId("U0ANN"), "ann");
    private static final Incident OVER = Samples.resolved();
    private static final Postmortem WRITTEN = Postmortem.untouched(OVER.id())
            .saying(
                    Map.of(
                            Section.CAUSES,
                            "Root cause: a *leak*\nMonitoring: none",
                            Section.WELL,
                            "<!-- end well -->\n- graphs"),
                    ANN);

    @Test
    void findsNothingChangedInWhatWentOut() {
        String out = out();

        assertThat(Edited.read(out)).isEqualTo(new Edited(OVER.id(), 1, Map.of()));
        assertThat(Edited.read(out.replace("\n", "  \r\n")))
                .as("another editor")
                .isEqualTo(Edited.read(out));
        assertThat(Edited.read(out.stripTrailing()).texts()).isEmpty();
    }

    @Test
    void findsWhatWasWrittenInPlaceOfOurQuestions() {
        String edited = out().replace("*Nobody has written this yet.* " + Section.LUCK.asked(), "It was night.")
                .replace("*Nobody has written this yet.* " + Section.LESSONS.asked(), "Technical: pools leak.")
                .replace("a *leak*", "a leak\nin the pool");

        assertThat(Edited.read(edited).texts())
                .containsOnlyKeys(Section.LUCK, Section.LESSONS, Section.CAUSES)
                .containsEntry(Section.LUCK, "It was night.")
                .containsEntry(Section.LESSONS, "Technical: pools leak.")
                .containsEntry(Section.CAUSES, "**Root cause:** a leak\nin the pool\n\n**Monitoring:** none");
    }

    @Test
    void keepsWhatWasWrittenBesideOurQuestion() {
        String question = "*Nobody has written this yet.* " + Section.LUCK.asked();

        assertThat(Edited.read(out().replace(question, question + "\n\nIt was night."))
                        .texts())
                .isEqualTo(Map.of(Section.LUCK, "It was night."));
        assertThat(Edited.read(out().replace(question, "")).texts())
                .as("to take the question out says nothing")
                .isEqualTo(Map.of(Section.LUCK, ""));
    }

    @Test
    void goesOutAsItCameIn() {
        String edited = out().replace("a *leak*", "a leak");
        Postmortem next = WRITTEN.saying(Edited.read(edited).texts(), ANN);

        assertThat(document(next).shown(Section.CAUSES))
                .isEqualTo(document(WRITTEN).shown(Section.CAUSES).replace("a *leak*", "a leak"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!-- muster|<!-- mustard|1|this line must be the mark",
                "<!-- begin causes|<!-- begin cause|begin cause|there is no section \"cause\". Did you mean",
                "<!-- end causes -->|<!-- end causes|<!-- end causes|this mark cannot be read",
                "<!-- end causes -->||<!-- begin causes|Contributing factors begins here and does not end",
                "<!-- begin causes|<!-- begin luck|<!-- end causes|Contributing factors ends here and has not begun",
                "restored|mended|<!-- begin timeline|Timeline is taken from the record",
                "## Five whys|I say:|I say:|what stands outside of the sections was changed",
                "## Five whys|## Whys|1|headings belong to the template",
            })
    void saysWhereItIsBrokenAndWhatToDo(String from, String to, String where, String what) {
        String broken = out().replace(from, to == null ? "" : to);
        List<String> lines = broken.lines().toList();
        int line = where.equals("1")
                ? 1
                : lines.indexOf(lines.stream()
                                .filter(each -> each.contains(where))
                                .findFirst()
                                .orElseThrow())
                        + 1;

        assertThatThrownBy(() -> Edited.read(broken)).isInstanceOfSatisfying(Misfit.class, misfit -> {
            assertThat(misfit.what()).contains(what, "Nothing was saved.");
            assertThat(misfit.line()).isEqualTo(line);
        });
    }

    @Test
    void refusesASectionThatStandsThereTwice() {
        String out = out();
        int from = out.indexOf("<!-- begin luck");
        String luck = out.substring(from, out.indexOf("<!-- end luck -->") + "<!-- end luck -->".length());

        assertThatThrownBy(() -> Edited.read(out + luck))
                .isInstanceOf(Misfit.class)
                .hasMessageContaining("Where we were lucky begins a second time; the first is in line");
    }

    private static String out() {
        return document(WRITTEN).editable();
    }

    private static Document document(Postmortem postmortem) {
        return new Document(postmortem, Papers.minutes(OVER), Sheets.ALL);
    }
}
