package dev.muster.slack.view;

import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Announcement;
import dev.muster.desk.Notice.Card;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Output;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Notice.StepOwed;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Notice.Told;
import dev.muster.desk.Notice.UpdateOwed;
import dev.muster.incident.Bringing;
import dev.muster.incident.Entry;
import dev.muster.incident.Finishing;
import dev.muster.incident.Handbook.RoleRule;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Link;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.runbook.Attempt.State;
import dev.muster.runbook.Outcome;
import dev.muster.timeline.Chain;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeViewTest {

    private static final String HOSTILE =
            "<!channel> <!here|x> <@U0EVE> <#C0EVE> <https://evil.example|click> &lt;!channel&gt; *_`~ \n> quote & ";

    private final NoticeView view = new NoticeView();

    static Stream<Named<String>> words() {
        return Stream.of(
                Named.of("plain words", "Checkout is down"),
                Named.of("no words", ""),
                Named.of("blanks", " \n\t "),
                Named.of("3,000 letters", "x".repeat(3000)),
                Named.of("1,500 emoji", "🔥".repeat(1500)),
                Named.of("3,000 letters and an odd one", "x".repeat(2998) + "🔥"),
                Named.of("many lines", "line\n".repeat(600)),
                Named.of("markup", HOSTILE),
                Named.of("2,000 characters of markup", HOSTILE.repeat(20).substring(0, 2000)),
                Named.of("nothing but openings", "<".repeat(200)),
                Named.of("a cut in an entity", "x".repeat(140) + "&<>&<>&<>".repeat(30)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void staysWithinSlacksLimitsInWhatIsEditedLater(String words) {
        for (Notice notice : Notices.edited(words)) {
            Limits.assertWithin(notice.accept(view), Limits.EDITED_TEXT);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void staysWithinSlacksLimitsInWhatIsPosted(String words) {
        for (Notice notice : Notices.posted(words)) {
            Limits.assertWithin(notice.accept(view), Limits.POSTED_TEXT);
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void putsNobodysMarkupIntoEffect(String words) {
        for (Notice notice : Stream.concat(Notices.edited(words).stream(), Notices.posted(words).stream())
                .toList()) {
            Message message = notice.accept(view);

            Limits.assertHarmless(message.text());
            assertThat(message.text()).doesNotContain("<!channel", "<!here", "<@U0EVE", "<https://evil");
        }
    }

    @Test
    void shortensAnswersThatAreTooLongForASection() {
        Message message = new Text("x".repeat(9000)).accept(view);

        Limits.assertWithin(message, Limits.EDITED_TEXT);
        assertThat(message.text()).hasSizeGreaterThan(2900).endsWith("…");
    }

    @Test
    void offersWhatCanBeDoneWhileItIsOn() {
        Message card = new Card(Samples.opened()).accept(view);

        assertThat(words(card))
                .containsExactly(
                        "INC-42 update",
                        "INC-42 role ic",
                        "INC-42 stage",
                        "INC-42 sev",
                        "INC-42 propose",
                        "INC-42 brief",
                        "INC-42 resolve",
                        "INC-42 role",
                        "INC-42 form impact",
                        "INC-42 note",
                        "INC-42 action",
                        "INC-42 runbook list",
                        "INC-42 subscribe",
                        "INC-42 invite",
                        "INC-42 link",
                        "INC-42 duplicate",
                        "INC-42 cancel");
    }

    @Test
    void noLongerOffersToLeadWhatSomebodyLeads() {
        Message card = new Card(Notices.incident("x", Stage.IDENTIFIED, true)).accept(view);

        assertThat(words(card)).contains("INC-42 role").doesNotContain("INC-42 role ic");
    }

    @Test
    void offersToReopenAndToCloseWhatIsResolved() {
        assertThat(words(new Card(Samples.resolved()).accept(view)))
                .containsExactly("INC-42 action", "INC-42 update", "INC-42 close", "INC-42 reopen");
        assertThat(words(new Card(Samples.closed()).accept(view))).containsExactly("INC-42 reopen");
    }

    @Test
    void saysHowItEndedWhereItSaidThatItWasClosed() {
        Incident cancelled =
                Finishing.cancel(Samples.opened(), "A test", Samples.BOB, NOW).incident();
        Incident duplicate = Finishing.duplicate(Samples.opened(), Notices.numbered(7), Samples.BOB, NOW)
                .incident();

        assertThat(List.of(new Card(cancelled), new Announcement(cancelled), new Listing("All", List.of(cancelled))))
                .allSatisfy(notice -> assertThat(notice.accept(view).text())
                        .contains("cancelled (false alarm)")
                        .doesNotContain("closed"));
        assertThat(List.of(new Card(duplicate), new Announcement(duplicate), new Listing("All", List.of(duplicate))))
                .allSatisfy(notice -> assertThat(notice.accept(view).text())
                        .contains("duplicate of INC-7")
                        .doesNotContain("closed"));
        assertThat(new Announcement(duplicate).accept(view).text()).contains("INC-42 is a duplicate of INC-7:");
        assertThat(words(new Card(cancelled).accept(view))).containsExactly("INC-42 reopen");
    }

    @Test
    void showsALinkThatCanBePressedAndAnythingElseAsItWasWritten() {
        Entry link = Bringing.link(
                        Samples.opened(),
                        new Link("https://a.example/?x=1&y=<!here>", "<!channel> & co"),
                        Samples.BOB,
                        NOW)
                .entries()
                .get(0);
        Entry duplicate =
                Entry.of(NOW, Kind.LINK, Samples.BOB, "INC-42 is <!here>").with("duplicate", "INC-42");

        Message shown = new Told(Samples.opened(), Chain.EMPTY.append(link, NOW)).accept(view);
        Message other = new Told(Samples.opened(), Chain.EMPTY.append(duplicate, NOW)).accept(view);

        assertThat(shown.blocks().toString())
                .contains(":link: *Link* · <@U0BOB>")
                .contains("<https://a.example/?x=1&amp;y=%3C!here%3E|&lt;!channel&gt; &amp; co>");
        assertThat(shown.text()).doesNotContain("<!");
        assertThat(other.blocks().toString())
                .contains(":link: *Duplicate* · <@U0BOB>")
                .contains("INC-42 is &lt;!here&gt;");
    }

    @Test
    void staysWithinSlacksLimitsWithALongLink() {
        Link longest = new Link("https://a.example/?" + "&".repeat(Link.LONGEST - 19), "&".repeat(200));
        Entry entry = Bringing.link(Samples.opened(), longest, Samples.BOB, NOW)
                .entries()
                .get(0);

        Message message = new Told(Samples.opened(), Chain.EMPTY.append(entry, NOW)).accept(view);

        Limits.assertWithin(message, Limits.POSTED_TEXT);
        Limits.assertHarmless(message.text());
        assertThat(message.blocks().toString()).contains("https://a.example/");
    }

    @Test
    void asksTheCommsLeadForAnUpdateElseTheCommanderElseAnybody() {
        Incident led = Notices.incident("x", Stage.IDENTIFIED, true);

        assertThat(new UpdateOwed(led, 1, List.of()).accept(view).text()).contains("<@U0BOB>, what is known");
        assertThat(new UpdateOwed(Samples.opened(), 1, List.of()).accept(view).text())
                .contains("Whoever knows, what is known");
    }

    @Test
    void saysHowManyUpdatesHaveFallenDueIfItIsMoreThanOne() {
        assertThat(new UpdateOwed(Samples.opened(), 1, List.of()).accept(view).text())
                .doesNotContain("fallen due");
        assertThat(new UpdateOwed(Samples.opened(), 3, List.of()).accept(view).text())
                .contains("(3 have fallen due)");
    }

    @Test
    void showsWhatIsRunToTheLetterAndOffersItToBePressedAsItWasSeen() {
        Message card = Notices.acting("web-1", Optional.empty()).accept(view);
        Message running = Notices.acting("web-1", Optional.of(State.STARTED)).accept(view);
        Message unknown = Notices.acting("web-1", Optional.of(State.UNKNOWN)).accept(view);

        assertThat(card.blocks().toString()).contains("```restart web-1").contains("Restart web-1");
        assertThat(words(card).stream().filter(words -> words.startsWith("INC-42 runbook run 1 act 1 ")))
                .singleElement()
                .satisfies(words -> assertThat(words).matches(".* [0-9a-f]{12}"));
        assertThat(words(running)).isEmpty();
        assertThat(words(unknown))
                .contains("INC-42 runbook worked 1 act", "INC-42 runbook failed 1 act")
                .anyMatch(words -> words.startsWith("INC-42 runbook run 1 act 2 "));
    }

    @Test
    void marksADrillWhereverItIsNamed() {
        Incident drill = Notices.incident("Exercise", Stage.IDENTIFIED, true);
        RoleRule rule = new RoleRule(List.of("Lead"), "May", List.of("Say so"));

        assertThat(List.of(
                        new Card(drill),
                        new Announcement(drill),
                        new UpdateOwed(drill, 1, List.of()),
                        new Duties(drill, Role.IC, rule, new UserId("U0BOB")),
                        new Listing("Open", List.of(drill))))
                .allSatisfy(notice -> assertThat(notice.accept(view).text()).contains("DRILL INC-42"));
    }

    @Test
    void showsTwentyOfManyIncidentsAndSaysHowToFindTheOthers() {
        Message message = new Listing("Open incidents", Collections.nCopies(100, Samples.opened())).accept(view);

        assertThat(message.blocks()).hasSize(23);
        assertThat(message.blocks().toString()).contains("*Open incidents* (100)", "The 20 newest are shown");
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(new Listing("Open incidents", List.of()).accept(view).text()).isEqualTo("Open incidents\nNone.");
        assertThat(new Actions("Your open action items", List.of()).accept(view).text())
                .isEqualTo("Your open action items (0)\nNone.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"DONE", "SKIPPED"})
    void offersNothingMoreForAStepThatIsBehind(Outcome outcome) {
        assertThat(words(Notices.step("x", Optional.of(outcome), false).accept(view)))
                .isEmpty();
    }

    @Test
    void stillOffersABlockedStepUntilTheRunIsStopped() {
        assertThat(words(Notices.step("x", Optional.of(Outcome.BLOCKED), false).accept(view)))
                .containsExactly(
                        "INC-42 runbook mark 1 look done",
                        "INC-42 runbook mark 1 look skip",
                        "INC-42 runbook mark 1 look blocked");
        assertThat(words(Notices.step("x", Optional.empty(), true).accept(view)))
                .isEmpty();
    }

    @Test
    void keepsWhatWasTypedOnTheButtonThatOpensAFormAgain() {
        Message text = new Text("Slack did not let me.").accept(view);

        Message message = NoticeView.withButton(text, "Open the form", "INC-42 update " + "x".repeat(3000));

        Limits.assertWithin(message, Limits.EDITED_TEXT);
        assertThat(words(message)).singleElement().asString().startsWith("INC-42 update xxx");
    }

    @Test
    void saysWhoDidWhatInWordsForANotification() {
        Entry entry =
                Entry.of(NOW, Kind.DECISION, Samples.BOB, "We roll back & wait").asTold();

        Message message = new Told(Samples.opened(), Chain.EMPTY.append(entry, NOW)).accept(view);

        assertThat(message.text()).isEqualTo("INC-42 Decision, 2026-11-20 14:05 UTC: We roll back &amp; wait");
        assertThat(message.blocks().toString()).contains(":scales: *Decision* · <@U0BOB>\nWe roll back &amp; wait");
    }

    @Test
    void looksAsBefore() {
        Incident incident = Notices.incident("Checkout is <down> & slow", Stage.IDENTIFIED, true);
        Entry entry = Entry.of(NOW, Kind.UPDATE, Samples.ANN, "Still down").asTold();

        Snapshots.assertLooksAsBefore("card", new Card(incident).accept(view));
        Snapshots.assertLooksAsBefore("card-declared", new Card(Samples.declared()).accept(view));
        Snapshots.assertLooksAsBefore("card-closed", new Card(Samples.closed()).accept(view));
        Snapshots.assertLooksAsBefore(
                "step-to-run", Notices.acting("web-1", Optional.empty()).accept(view));
        Snapshots.assertLooksAsBefore(
                "step-failed",
                Notices.acting("web-1", Optional.of(State.FAILED)).accept(view));
        Snapshots.assertLooksAsBefore(
                "step-unknown",
                Notices.acting("web-1", Optional.of(State.UNKNOWN)).accept(view));
        Snapshots.assertLooksAsBefore(
                "step-owed", new StepOwed(Notices.acting("web-1", Optional.empty())).accept(view));
        Snapshots.assertLooksAsBefore("output", new Output("It failed", "a <b> `c`", true).accept(view));
        Snapshots.assertLooksAsBefore("announcement", new Announcement(incident).accept(view));
        Snapshots.assertLooksAsBefore("update-owed", new UpdateOwed(incident, 2, List.of()).accept(view));
        Snapshots.assertLooksAsBefore("told", new Told(incident, Chain.EMPTY.append(entry, NOW)).accept(view));
        Snapshots.assertLooksAsBefore(
                "step",
                Notices.step("Look & see", Optional.of(Outcome.BLOCKED), false).accept(view));
        Snapshots.assertLooksAsBefore(
                "listing", new Listing("Open incidents", List.of(incident, Samples.declared())).accept(view));
        Snapshots.assertLooksAsBefore(
                "actions",
                new Actions("Your open action items", List.of(new Owned(incident, Samples.item(NOW, Samples.BERLIN))))
                        .accept(view));
    }

    private static List<String> words(Message message) {
        return message.blocks().stream()
                .filter(ActionsBlock.class::isInstance)
                .flatMap(block -> ((ActionsBlock) block).getElements().stream())
                .map(button -> ((ButtonElement) button).getValue())
                .toList();
    }
}
