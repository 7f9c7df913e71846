package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.BOB;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.LOBBY;
import static dev.muster.command.CommandRig.room;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.ActionDone;
import dev.muster.desk.Notice.ActionOwed;
import dev.muster.desk.Notice.Announcement;
import dev.muster.desk.Notice.Brief;
import dev.muster.desk.Notice.Card;
import dev.muster.desk.Notice.Duties;
import dev.muster.desk.Notice.Escalation;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Offered;
import dev.muster.desk.Notice.Proposed;
import dev.muster.desk.Notice.RoleEmpty;
import dev.muster.desk.Notice.Unanswered;
import dev.muster.desk.Notice.UpdateOwed;
import dev.muster.desk.Notice.Word;
import dev.muster.desk.Person;
import dev.muster.incident.Criterion;
import dev.muster.incident.Declaring;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.incident.UserId;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.slack.view.NoticeView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every button of every message, each pressed twice at the same moment: one request that comes twice, or two people who
 * press the same. What is on the record is what one press alone would have left there.
 */
class DoublePressTest {

    private static final int PRESSES = Integer.getInteger("presses", 1000);

    /** What only one of two can have done: the other is told that it is done already. */
    private static final Pattern EXCLUSIVE =
            Pattern.compile("role ic|propose (approve|decline|done|halt)|handover (accept|decline)|resolve|close");

    /** What stands in an answer or in a direct message is seen by one person alone. */
    private static final Pattern OWN = Pattern.compile("INC-[0-9]+ note |actions .* snooze|subscribe");

    private static final Pattern TOLD = Pattern.compile("Nothing was changed|already|nothing to");

    /** Whatever ends something is pressed after what needs it. */
    private static final List<Pattern> ORDER = Stream.of(
                    "snooze",
                    "mark .* (done|skip|blocked)",
                    "actions .* done",
                    "propose",
                    "handover accept",
                    "handover",
                    "role ",
                    "sev ",
                    "resolve|close")
            .map(Pattern::compile)
            .toList();

    private final ExecutorService hands = Executors.newFixedThreadPool(2);
    private final CyclicBarrier go = new CyclicBarrier(2);
    private final NoticeView view = new NoticeView();
    private CommandRig rig;
    private int presses;

    /** How a button is pressed. */
    private enum How {
        ONCE,
        ONE_REQUEST_TWICE,
        BY_TWO_PEOPLE
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new CommandRig(folder);
    }

    @AfterEach
    void close() {
        hands.shutdown();
        rig.close();
    }

    @Test
    void hasTheEffectOfOnePress() {
        List<String> once = story(How.ONCE);
        assertThat(once).hasSizeGreaterThan(20);
        while (presses < PRESSES) {
            assertThat(story(How.ONE_REQUEST_TWICE)).isEqualTo(once);
            assertThat(story(How.BY_TWO_PEOPLE)).isEqualTo(once);
        }
    }

    /** All that an incident's record says once all its buttons were pressed. */
    private List<String> story(How how) {
        Incident incident = prepared();
        press(incident, notices(incident.id()), how);
        Incident resolved = rig.incidents.get(incident.id());
        press(resolved, Stream.of(new Card(resolved)), how);
        Incident closed = rig.incidents.get(incident.id());
        press(closed, Stream.of(new Card(closed)), how);
        return rig.timeline(incident.id().number()).stream()
                .map(entry -> entry.kind() + " " + anybody(entry.text(), incident))
                .toList();
    }

    /** Bob declared it and proposes; Ann and Eve have roles, so that both may decide. */
    private Incident prepared() {
        rig.tell(BOB, LOBBY, "declare --new sev2 Everything is slow");
        IncidentId id = rig.incidents.list(Which.ALL).get(0).id();
        rig.desk.change(id, (found, at) -> Declaring.opened(found, room(id.number()), "inc", Samples.HANDBOOK, at));
        for (String words : List.of(
                "role tech <@U0ANN>",
                "role comms <@U0EVE>",
                "propose Roll back",
                "propose Scale out",
                "propose approve 2",
                "handover tech <@U0EVE>",
                "action Alert on it <@U0EVE>",
                "action Raise the limit <@U0ANN>",
                "runbook start disk-space")) {
            rig.say(words.startsWith("propose approve") ? ANN : BOB, room(id.number()), words);
        }
        return rig.incidents.get(id);
    }

    private Stream<Notice> notices(IncidentId id) {
        Incident incident = rig.incidents.get(id);
        Brief brief = new Brief(incident, List.of(), List.of());
        Run run = rig.runs.runs(id).get(0);
        Runbook book = rig.runs.version(run);
        List<Notice> notices = new ArrayList<>(List.of(
                new Card(incident),
                new Announcement(incident),
                new Listing("Open incidents", List.of(incident)),
                new UpdateOwed(incident, 1, List.of()),
                new Word(incident),
                new Duties(incident, Role.TECH, Samples.HANDBOOK.rule(Role.TECH), new UserId("U0BOB")),
                new RoleEmpty(incident, Role.IC, Samples.HANDBOOK.rule(Role.IC)),
                new Offered(brief, Role.TECH, EVE.id()),
                new Unanswered(
                        incident, Role.TECH, incident.conduct().offer(Role.TECH).orElseThrow()),
                CommandRig.shown(rig.say(ANN, LOBBY, "note it is the cache")),
                CommandRig.shown(rig.say(ANN, room(id.number()), "timeline")),
                CommandRig.shown(rig.say(ANN, LOBBY, "search slow"))));
        incident.actions().forEach(item -> notices.add(new ActionOwed(incident, item)));
        incident.actions().forEach(item -> notices.add(new ActionDone(incident, item)));
        incident.conduct().proposals().forEach(proposal -> notices.add(new Proposed(incident, proposal)));
        book.steps().forEach(step -> notices.add(rig.runs.shown(incident, run, step)));
        Arrays.stream(Criterion.values())
                .forEach(criterion -> notices.add(
                        new Escalation(incident, criterion, Samples.HANDBOOK.rule(incident.severity()), List.of())));
        return notices.stream();
    }

    private void press(Incident incident, Stream<Notice> notices, How how) {
        notices.flatMap(notice -> notice.accept(view).blocks().stream())
                .filter(ActionsBlock.class::isInstance)
                .flatMap(block -> ((ActionsBlock) block).getElements().stream())
                .map(button -> ((ButtonElement) button).getValue())
                .filter(words -> !words.matches("INC-[0-9]+ note .*") || words.startsWith(incident.id() + " "))
                .distinct()
                .sorted(Comparator.comparing(DoublePressTest::turn))
                .forEach(words -> press(incident, words, how));
    }

    private static int turn(String words) {
        return IntStream.range(0, ORDER.size())
                .filter(place -> ORDER.get(place).matcher(words).find())
                .findFirst()
                .orElse(-1);
    }

    private void press(Incident incident, String words, How how) {
        Person other = how == How.BY_TWO_PEOPLE && !OWN.matcher(words).find() ? ANN : EVE;
        Said first = rig.said(EVE, room(incident.id().number()), words);
        Said second =
                other.equals(EVE) ? first : rig.said(other, room(incident.id().number()), words);
        List<String> answers = how == How.ONCE ? List.of(answer(first)) : together(first, second);
        assertThat(answers).as(words).noneMatch(answer -> answer.contains("went wrong"));
        if (!second.equals(first) && EXCLUSIVE.matcher(words).find()) {
            assertThat(answers)
                    .as(words)
                    .filteredOn(answer -> !TOLD.matcher(answer).find())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private List<String> together(Said first, Said second) {
        presses++;
        List<Future<String>> answers = Stream.of(first, second)
                .map(said -> hands.submit(() -> {
                    go.await();
                    return answer(said);
                }))
                .toList();
        return answers.stream().map(DoublePressTest::got).toList();
    }

    private String answer(Said said) {
        Reply reply = rig.commands.run(said);
        return reply instanceof Reply.Ask ask
                ? "asked by the form of " + ask.form().verb()
                : CommandRig.shown(reply).accept(view).text();
    }

    private static String got(Future<String> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Which of two was quicker, and which incident it is, may differ. */
    private static String anybody(String text, Incident incident) {
        return text.replaceAll("\\b(Ann|Eve)\\b", "Somebody")
                .replace(incident.id().toString(), "INC");
    }
}
