package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.LOBBY;
import static dev.muster.command.CommandRig.room;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.command.Field.Type;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Announcement;
import dev.muster.desk.Notice.Card;
import dev.muster.desk.Notice.Told;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Declaring;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.incident.Samples;
import dev.muster.slack.view.FormView;
import dev.muster.slack.view.Limits;
import dev.muster.slack.view.Message;
import dev.muster.slack.view.NoticeView;
import dev.muster.testing.Hostile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile words in every place of every verb, typed and filled in, on a real database: what comes of them is harmless. */
class HostileTest {

    private static final int STRINGS = Integer.getInteger("hostile", 10_000) / 250;

    /** What stands where something else than the hostile words is needed. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("title", "Checkout is down"),
            Map.entry("text", "we look"),
            Map.entry("url", "https://a.example/"),
            Map.entry("stage", "identified"),
            Map.entry("severity", "sev1"),
            Map.entry("role", "tech"),
            Map.entry("user", "U0BOB"),
            Map.entry("people", "U0BOB"),
            Map.entry("reason", "we know better"),
            Map.entry("line", "1"),
            Map.entry("lines", "2"),
            Map.entry("milestone", "T1"),
            Map.entry("at", "1m ago"),
            Map.entry("of", "INC-1"));

    private static final List<String> TYPED = List.of(
            "",
            "declare",
            "declare --new",
            "list",
            "update",
            "snooze",
            "stage",
            "stage identified",
            "sev",
            "sev sev1 because",
            "role",
            "handover tech",
            "handover decline tech",
            "impact",
            "impact --revenue",
            "impact --slo",
            "impact --services",
            "impact --users",
            "impact --reputation",
            "impact --figures a=",
            "time T1",
            "propose",
            "propose decline 1 because",
            "note",
            "note 10m ago",
            "decision",
            "link",
            "link https://a.example/",
            "link https://a.example/?",
            "invite",
            "action",
            "action Look --by",
            "actions",
            "actions done",
            "runbook",
            "runbook start",
            "runbook mark 1",
            "timeline",
            "search",
            "search we kind:",
            "correct",
            "correct 1",
            "redact",
            "redact 2 because",
            "hold because",
            "duplicate of",
            "help",
            "resolve",
            "reopen because",
            "cancel because");

    private final NoticeView view = new NoticeView();
    private CommandRig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        rig = new CommandRig(folder);
        rig.declare("sev3 The first one");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void isHarmlessWhereverItIsTyped() {
        Hostile.words(5, STRINGS).forEach(words -> {
            Incident incident = declared(words);
            ChannelId channel = incident.room().channel().orElseThrow();
            TYPED.forEach(verb -> assertHarmless(rig.say(ANN, channel, verb + " " + about(verb, words))));
            assertHarmless(incident.id());
        });
    }

    @Test
    void isHarmlessWhereverItIsFilledIn() {
        Hostile.words(6, STRINGS).forEach(words -> {
            Incident incident = declared(words);
            rig.verbs.values().forEach(verb -> verb.fields().stream()
                    .filter(field -> field.type() == Type.LINE || field.type() == Type.TEXT)
                    .forEach(field -> assertHarmless(submitted(verb, field, incident, words))));
            assertHarmless(incident.id());
        });
    }

    /** Who names a person where one is asked for, or a page, has that person mentioned and that page linked, and means it. */
    private String about(String typed, String words) {
        Optional<Verb> verb = Optional.ofNullable(rig.verbs.get(typed.split(" ")[0]));
        boolean people = verb.filter(HostileTest::isAboutPeople).isPresent();
        String said = people ? words.replace("<@", "<%") : words;
        return typed.equals("link") ? said.replace("//evil", "//good") : said;
    }

    private static boolean isAboutPeople(Verb verb) {
        return verb.name().equals("timeline")
                || verb.fields().stream().anyMatch(field -> field.type() == Type.PERSON || field.type() == Type.PEOPLE);
    }

    private Incident declared(String words) {
        Map<String, String> answers = Map.of("title", "Words: " + words, "severity", "sev3", "new", "yes");
        assertHarmless(rig.commands.submit("declare", Optional.empty(), rig.said(ANN, LOBBY, "declare"), answers));
        IncidentId id = rig.incidents.list(Which.ALL).get(0).id();
        return rig.desk.change(
                id, (found, at) -> Declaring.opened(found, room(id.number()), "inc", Samples.HANDBOOK, at));
    }

    private Reply submitted(Verb verb, Field hostile, Incident incident, String words) {
        Map<String, String> answers = new TreeMap<>();
        verb.fields().stream()
                .filter(Field::required)
                .filter(field -> USUAL.containsKey(field.name()))
                .forEach(field -> answers.put(field.name(), USUAL.getOrDefault(field.name(), "")));
        answers.put(hostile.name(), words);
        Optional<IncidentId> about = verb.aboutIncident() ? Optional.of(incident.id()) : Optional.empty();
        try {
            return rig.commands.submit(
                    verb.name(), about, rig.said(ANN, incident.room().channel().orElseThrow(), verb.name()), answers);
        } catch (Refusal refusal) {
            return Reply.no(refusal);
        }
    }

    private void assertHarmless(Reply reply) {
        if (reply instanceof Reply.Ask ask) {
            Limits.assertWithin(FormView.of(ask.form()));
        } else {
            assertHarmless(CommandRig.shown(reply));
        }
    }

    /** The incident as it has become, and every line of its timeline. */
    private void assertHarmless(IncidentId id) {
        Incident incident = rig.incidents.get(id);
        assertHarmless(new Card(incident));
        assertHarmless(new Announcement(incident));
        rig.timelines.each(id, row -> assertHarmless(new Told(incident, row)));
    }

    private void assertHarmless(Notice notice) {
        Message message = notice.accept(view);
        Limits.assertWithin(message, Limits.EDITED_TEXT);
        assertThat(message.text()).doesNotContain("Sorry, that went wrong");
        String harm = Limits.markups(message).stream()
                .flatMap(markup -> Stream.concat(Hostile.harm(markup).stream(), Hostile.formatting(markup).stream()))
                .collect(Collectors.joining(", "));
        assertThat(harm).as("%s", message).isEmpty();
    }
}
