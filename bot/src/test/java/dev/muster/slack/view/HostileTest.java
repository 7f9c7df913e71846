package dev.muster.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.command.Field;
import dev.muster.command.Form;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Notice.StepShown;
import dev.muster.desk.Part;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.testing.Hostile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ten thousand hostile strings, in every place of everything that is sent where people's words can stand. */
class HostileTest {

    private static final int STRINGS = Integer.getInteger("hostile", 10_000);

    /** A sign that Slack takes for the begin or the end of formatting, where it stands. */
    private static final Pattern SIGN =
            Pattern.compile("(?<![A-Za-z0-9])\\*(?=\\S)|(?<=[^\\s>])[*_~](?![A-Za-z0-9])|`|(?m)^\\s*&gt;");

    private final NoticeView view = new NoticeView();

    @Test
    void putsNothingIntoEffectInWhatIsEditedLater() {
        assertHarmless(Notices::edited, Hostile.words(1, STRINGS / 2));
    }

    @Test
    void putsNothingIntoEffectInWhatIsPosted() {
        assertHarmless(Notices::posted, Hostile.words(2, STRINGS / 2));
    }

    @Test
    void fillsEveryFormWithWhatSlackAccepts() {
        List<Field> fields = List.of(
                new Field("line", "Line", Field.Type.LINE, true, "", List.of()),
                new Field("text", "Text", Field.Type.TEXT, false, "", List.of()),
                new Field("choice", "Choice", Field.Type.CHOICE, false, "", List.of("one", "two")));
        Hostile.words(3, STRINGS).forEach(words -> {
            Map<String, String> filled = Map.of("line", words, "text", words, "choice", words);
            Form form =
                    new Form("note", words + "note", "Send", Optional.empty(), new ChannelId("C0ROOM"), fields, filled);

            Limits.assertWithin(FormView.of(form));
        });
    }

    @Test
    void showsAHomeThatSlackAccepts() {
        Hostile.words(4, STRINGS / 50).forEach(words -> {
            Incident incident = Notices.incident(words, Stage.IDENTIFIED, true);
            List<Owned> mine = incident.actions().stream()
                    .map(item -> new Owned(incident, item))
                    .toList();

            List<Incident> many = Collections.nCopies(30, incident);
            Limits.assertWithin(HomeView.of(
                    new HomeView.Page(new UserId("U0BOB"), many, many, mine, List.of(new Part("slack", () -> words)))));
        });
    }

    /** Each string goes through one of the messages, and each message shows dozens of the strings. */
    private void assertHarmless(Function<String, List<Notice>> notices, Stream<String> strings) {
        List<Integer> ours = notices.apply("x").stream()
                .map(notice -> signs(Limits.markups(notice.accept(view))))
                .toList();
        AtomicInteger turn = new AtomicInteger();
        strings.forEach(words -> {
            int index = turn.getAndIncrement() % ours.size();
            assertHarmless(notices.apply(words).get(index), ours.get(index));
        });
    }

    private void assertHarmless(Notice notice, int ours) {
        Message message = notice.accept(view);
        List<String> markups = Limits.markups(message);
        Limits.assertWithin(message, Limits.EDITED_TEXT);
        assertThat(markups.stream().flatMap(markup -> Hostile.harm(markup).stream()))
                .as("%s", message)
                .isEmpty();
        if (!(notice instanceof StepShown)) {
            assertThat(markups.stream().flatMap(markup -> Hostile.formatting(outside(markup)).stream()))
                    .as("%s", message)
                    .isEmpty();
            assertThat(signs(markups)).as("signs of formatting in %s", message).isLessThanOrEqualTo(ours);
        }
    }

    /** Between fences of ours nothing formats, as long as nobody can end them before we do. */
    private static String outside(String markup) {
        return markup.replaceFirst("(?s)^```[^`]*```$", "");
    }

    /** What a text is cut behind has no end any more. */
    private static int signs(List<String> markups) {
        return markups.stream()
                .map(HostileTest::outside)
                .map(markup -> markup.replaceFirst("[*_~]…$", "…"))
                .mapToInt(markup -> (int) SIGN.matcher(markup).results().count())
                .sum();
    }
}
