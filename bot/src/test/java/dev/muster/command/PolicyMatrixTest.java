package dev.muster.command;

import static dev.muster.command.CommandRig.ANN;
import static dev.muster.command.CommandRig.BOB;
import static dev.muster.command.CommandRig.EVE;
import static dev.muster.command.CommandRig.LOBBY;
import static dev.muster.command.CommandRig.room;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Audience;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Person;
import dev.muster.desk.Policy;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Finishing;
import dev.muster.incident.Following;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Keeping;
import dev.muster.incident.Refusal;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.review.Section;
import dev.muster.runbook.Acting;
import dev.muster.runbook.Setup;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every verb, left to every audience, asked by everybody through every entrance, in a public and in a private incident.
 * What ought to come of it is worked out here; what came of it is judged by what is kept and what was answered.
 */
class PolicyMatrixTest {

    private static final Person OTHER = person("U0OTHER");
    private static final String GROUP = "S0OPS";

    private static CommandRig rig;
    private static IncidentId original = new IncidentId(1);
    private static IncidentId open = new IncidentId(1);
    private static IncidentId secret = new IncidentId(2);
    private static Deed last = Deed.look("nothing yet");
    private static int count;
    private static String words = "";
    private static List<Object> ready = List.of();

    /** Everybody, by what they are in both incidents. */
    private enum Who {
        STRANGER(person("U0STRANGER")),
        RESPONDER(person("U0RESPONDER")),
        TECH_LEAD(EVE),
        COMMANDER(BOB),
        DECLARER(ANN),
        ADMIN_BY_ID(person("U0ADMIN")),
        ADMIN_BY_GROUP(person("U0GROUPED"));

        private final Person person;

        Who(Person person) {
            this.person = person;
        }

        boolean isAdmin() {
            return this == ADMIN_BY_ID || this == ADMIN_BY_GROUP;
        }

        boolean isResponder() {
            return this == RESPONDER || this == TECH_LEAD || this == COMMANDER || this == DECLARER;
        }

        boolean belongsTo(Audience audience) {
            return switch (audience) {
                case ANYONE -> true;
                case RESPONDER -> isResponder();
                case LEAD -> this == TECH_LEAD || this == COMMANDER;
                case COMMANDER -> this == COMMANDER;
                case ADMIN -> false;
            };
        }
    }

    /** The ways in. A button names its incident; a shortcut opens a form whatever is missing. */
    private enum Entrance {
        TYPED,
        BUTTON,
        HOME,
        FORM,
        SHORTCUT,
        SUBMITTED,
        SUBMITTED_ELSEWHERE;

        boolean isWithin() {
            return this != HOME && this != SUBMITTED_ELSEWHERE;
        }

        boolean opensForm() {
            return this == FORM || this == SHORTCUT;
        }

        boolean needsFields() {
            return opensForm() || this == SUBMITTED || this == SUBMITTED_ELSEWHERE;
        }
    }

    /** What came of it. */
    private enum Outcome {
        DONE,
        ASKED,
        SHOWN,
        REFUSED,
        HIDDEN
    }

    /**
     * Something to ask for.
     *
     * @param key where it stands in the policy; empty for what only shows something
     * @param words what to type so that something changes, after everything was made ready for it
     */
    private record Deed(String verb, String key, boolean aboutIncident, Function<Incident, String> words) {

        static Deed of(String key, Function<Incident, String> words) {
            return of(key, key, words);
        }

        static Deed of(String verb, String key, Function<Incident, String> words) {
            return new Deed(verb, key, true, words);
        }

        static Deed look(String words) {
            String verb = words.split(" ")[0];
            return new Deed(
                    verb,
                    "",
                    !Set.of("list", "search", "insights", "actions", "doctor", "help")
                            .contains(verb),
                    in -> words);
        }

        boolean changes() {
            return !key.isEmpty();
        }
    }

    private static final List<Deed> DEEDS = List.of(
            new Deed("declare", "declare", false, in -> "declare sev3 Another " + count),
            Deed.of("update", in -> "update all is well " + count),
            Deed.of("snooze", in -> "snooze %dm".formatted(10 + count % 50)),
            Deed.of("stage", in -> "stage " + other(in.stage(), Stage.IDENTIFIED, Stage.MITIGATING)),
            Deed.of("stage", "resolve", in -> "stage resolved"),
            Deed.of("resolve", in -> "resolve it went away"),
            Deed.of("sev", in -> "sev " + other(in.severity(), Severity.SEV1, Severity.SEV2)),
            Deed.of("role", in -> "role comms <@U0COMMS%d>".formatted(count)),
            Deed.of("handover", in -> {
                comms(in);
                return "handover comms <@U0NEXT%d>".formatted(count);
            }),
            Deed.of("impact", in -> "impact --users %d Cards fail".formatted(count)),
            Deed.of("subscribe", in -> {
                follow(in, Following::unsubscribe);
                return "subscribe <@U0RESPONDER>";
            }),
            Deed.of("unsubscribe", in -> {
                follow(in, Following::subscribe);
                return "unsubscribe <@U0RESPONDER>";
            }),
            Deed.of("tasks", in -> "tasks ic %s 1"
                    .formatted(in.conduct().ticks().isEmpty() ? "done" : "undone")),
            Deed.of("cause", in -> "cause disk-space tag:count-" + count),
            Deed.of("undo", in -> "undo sev"),
            Deed.of("time", in -> "time T0 2026-01-01T00:%02d:%02dZ".formatted(count / 60 % 60, count % 60)),
            Deed.of("propose", in -> "propose Try " + count),
            Deed.of("link", in -> "link https://example.com/" + count),
            Deed.of("invite", in -> "invite <@U0GUEST%d>".formatted(count)),
            Deed.of("cancel", in -> "cancel because it was a test"),
            Deed.of("duplicate", in -> "duplicate of " + original),
            Deed.of("note", in -> "note seen " + count),
            Deed.of("decision", in -> "decision we wait " + count),
            Deed.of("action", in -> "action Look %d <@U0OTHER>".formatted(count)),
            Deed.of("actions", in -> "actions done " + openItem(in)),
            Deed.of("actions", in -> "actions snooze " + openItem(in)),
            Deed.of("due", "actions", in -> "due %d in %d days".formatted(openItem(in), 10 + count % 50)),
            Deed.of("give", "actions", in -> "give %d <@U0NEW%d>".formatted(openItem(in), count)),
            Deed.of("reword", "actions", in -> "reword %d in 3 words".formatted(openItem(in))),
            Deed.of("drop", "actions", in -> "drop %d because it is not needed".formatted(openItem(in))),
            Deed.of("verify", "actions", in -> "verify " + doneItem(in)),
            Deed.of("runbook", in -> "runbook start disk-space"),
            Deed.of("runbook", in -> "runbook mark %d look done".formatted(startedRun(in))),
            Deed.of("runbook", in -> {
                startedRun(in);
                return "runbook stop";
            }),
            Deed.of("runbook", in -> {
                startedRun(in);
                return "runbook give <@U0NEXT%d>".formatted(count);
            }),
            Deed.of("runbook", "runbook-run", in -> "runbook run %d act".formatted(actingRun(in))),
            Deed.of("runbook", in -> "runbook worked %d act".formatted(lostAttempt(in))),
            Deed.of("runbook", in -> "runbook failed %d act".formatted(lostAttempt(in))),
            Deed.of("runbook", in -> {
                int run = actingRun(in);
                rig.runs.mark(in.id(), run, "act", dev.muster.runbook.Outcome.SKIPPED, "", OTHER.actor());
                return "runbook call %d call".formatted(run);
            }),
            Deed.of("write", in -> {
                resolve(in);
                return "write causes It grew without a limit " + count;
            }),
            Deed.of("meet", in -> {
                resolve(in);
                return "meet in %d minutes".formatted(++count);
            }),
            Deed.of("suggest", in -> {
                resolve(in);
                return "suggest summary";
            }),
            Deed.of("why", in -> {
                resolve(in);
                return "why The disk was full: nobody looked %d times".formatted(++count);
            }),
            Deed.of("postmortem", in -> {
                resolve(in);
                rig.reviews.write(
                        in.id(), Section.CAUSES, "Text " + count, latest(in), "by-other-" + count, OTHER.actor());
                return "postmortem publish";
            }),
            Deed.of("correct", in -> "correct 1 it is otherwise " + count),
            Deed.of("redact", in -> "redact %d because it is private".formatted(otherPersonsLine(in))),
            Deed.of("hold", in -> {
                release(in);
                return "hold because of the court";
            }),
            Deed.of("hold", "hold-end", in -> {
                hold(in);
                return "hold end because it is settled";
            }),
            Deed.of("close", in -> {
                resolve(in);
                return "close";
            }),
            Deed.of("reopen", in -> {
                resolve(in);
                return "reopen because it is back";
            }),
            Deed.look("status"),
            Deed.look("brief"),
            Deed.look("timeline"),
            Deed.look("timeline export md"),
            Deed.look("postmortem"),
            Deed.look("postmortem export"),
            Deed.look("runbook list"),
            Deed.look("list all"),
            Deed.look("search mailed"),
            Deed.look("actions all"),
            Deed.look("tasks ic"),
            Deed.look("similar"),
            Deed.look("insights"),
            Deed.look("doctor"),
            Deed.look("help"));

    private static int latest(Incident in) {
        return rig.reviews.postmortem(in.id()).version();
    }

    @BeforeAll
    static void declare(@TempDir Path folder) {
        rig = new CommandRig(folder);
        rig.groups.put(GROUP, Set.of(Who.ADMIN_BY_GROUP.person.id()));
        original = rig.declare("sev3 The original").id();
        declareAnew();
    }

    /** An incident that has been through much takes longer to read. */
    private static void declareAnew() {
        open = staffed(rig.declare("sev2 Salaries were mailed"));
        secret = staffed(rig.declare("sev2 Salaries were mailed --private"));
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    static Stream<Arguments> deedsAndAudiences() {
        return DEEDS.stream().flatMap(deed -> audiences(deed)
                .map(audience -> Arguments.of(deed.verb() + " " + deed.key(), audience, deed)));
    }

    private static Stream<Audience> audiences(Deed deed) {
        return deed.key().equals("declare")
                ? Stream.of(Audience.ANYONE, Audience.ADMIN)
                : deed.changes() ? parted(deed) : Stream.of(Audience.ADMIN);
    }

    /** In the short form the one that parts people most, and one of the others in turn. The long form: {@code -Dmatrix=all}. */
    private static Stream<Audience> parted(Deed deed) {
        List<Audience> all = List.of(Audience.values());
        Audience inTurn = all.get(DEEDS.indexOf(deed) % all.size());
        return System.getProperty("matrix", "").equals("all")
                ? all.stream()
                : Stream.of(Audience.COMMANDER, inTurn).distinct();
    }

    @ParameterizedTest(name = "{0} left to {1}")
    @MethodSource("deedsAndAudiences")
    void letsPassWhoMayAndNobodyElse(String name, Audience audience, Deed deed) {
        if (!deed.equals(last)) {
            declareAnew();
            last = deed;
        }
        CommandLine commands = rig.under(everythingLeftTo(audience));
        List<String> wrong = new ArrayList<>();

        for (IncidentId id : incidents(deed, audience)) {
            for (Who who : Who.values()) {
                for (Entrance entrance : entrances(deed)) {
                    Outcome wanted = wanted(deed, audience, who, entrance, id);
                    Outcome found = outcome(commands, deed, who, entrance, id);
                    if (wanted != found) {
                        wrong.add("%s by %s through %s on %s: %s, not %s"
                                .formatted(name, who, entrance, id, found, wanted));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** That a private one is hidden does not depend on the audience, so one audience that parts people will do. */
    private static List<IncidentId> incidents(Deed deed, Audience audience) {
        boolean parts = audience == Audience.COMMANDER || !deed.changes();
        return parts ? List.of(open, secret) : List.of(open);
    }

    @Test
    void asksForEveryVerbThereIs() {
        assertThat(DEEDS.stream().map(Deed::verb).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(rig.verbs.keySet().stream(), Stream.of("help"))
                        .toList());
    }

    @Test
    void showsAPrivateIncidentInNoListToThoseWhoMayNotKnow() {
        CommandLine commands = rig.under(everythingLeftTo(Audience.ANYONE));
        List<String> telling =
                List.of("list", "list all", "list mailed", "search mailed", "actions all", "%s", "close");
        List<String> others =
                List.of("list mine", "search Look", "%s search mailed", "%s actions", "form note", "nonsense");
        for (Who who : Who.values()) {
            telling.forEach(words -> assertThat(tells(commands, who, words))
                    .as("%s: %s", who, words)
                    .isEqualTo(who.isResponder()));
            others.forEach(words -> assertThat(tells(commands, who, words) && !who.isResponder())
                    .as("%s: %s", who, words)
                    .isFalse());
        }
    }

    private static boolean tells(CommandLine commands, Who who, String words) {
        String asked = words.formatted(secret);
        return Pattern.compile("(?<!There is no )(?<!“mailed” in )\\b" + secret + "\\b")
                .matcher(commands.run(rig.said(who.person, LOBBY, asked)).toString())
                .find();
    }

    /** As if there were no such number. */
    @Test
    void answersAGuessedNumberAsOneThatIsNotThere() {
        CommandLine commands = rig.under(everythingLeftTo(Audience.ADMIN));
        for (String words : List.of(
                "",
                "status",
                "update x",
                "close",
                "search mailed",
                "actions",
                "actions done 1",
                "timeline",
                "timeline export",
                "runbook list",
                "redact 1 because x",
                "form update",
                "hold end because x")) {
            String guessed = commands.run(rig.said(Who.STRANGER.person, LOBBY, secret + " " + words))
                    .toString();
            String absent = commands.run(rig.said(Who.STRANGER.person, LOBBY, "INC-999999 " + words))
                    .toString();

            assertThat(guessed.replace(secret.toString(), "INC-999999"))
                    .as(words)
                    .isEqualTo(absent);
        }
    }

    private static Outcome wanted(Deed deed, Audience audience, Who who, Entrance entrance, IncidentId id) {
        if (deed.aboutIncident() && id.equals(secret) && !entrance.isWithin() && !who.isResponder()) {
            return Outcome.HIDDEN;
        }
        if (deed.changes() && !who.isAdmin() && !who.belongsTo(audience)) {
            return Outcome.REFUSED;
        }
        if (entrance.opensForm()) {
            return Outcome.ASKED;
        }
        return deed.changes() ? Outcome.DONE : Outcome.SHOWN;
    }

    private static Outcome outcome(CommandLine commands, Deed deed, Who who, Entrance entrance, IncidentId id) {
        String words = ready(deed, id);
        if (deed.verb().equals("undo")) {
            mistake(who, id);
        }
        String before = kept(id);
        Reply reply = answer(() -> ask(commands, deed, words, who, entrance, id));
        if (!kept(id).equals(before)) {
            return Outcome.DONE;
        }
        String text = reply instanceof Reply.Show show && show.notice() instanceof Text told ? told.markup() : "";
        if (text.equals("There is no %s. See `/incident list`.".formatted(id))) {
            return Outcome.HIDDEN;
        }
        if (text.startsWith("Only ") && text.contains("Nothing was changed.")) {
            return Outcome.REFUSED;
        }
        return reply instanceof Reply.Ask ? Outcome.ASKED : Outcome.SHOWN;
    }

    private static Reply ask(CommandLine commands, Deed deed, String words, Who who, Entrance entrance, IncidentId id) {
        ChannelId room = room(id.number());
        ChannelId home = new ChannelId(who.person.id().value());
        return switch (entrance) {
            case TYPED -> commands.run(rig.said(who.person, room, words));
            case BUTTON -> commands.run(rig.said(who.person, room, id + " " + words));
            case HOME -> commands.run(rig.said(who.person, home, id + " " + words));
            case FORM -> commands.run(rig.said(who.person, room, "form " + words));
            case SHORTCUT ->
                new Reply.Ask(commands.form(deed.verb(), Optional.empty(), rig.said(who.person, room, rest(words))));
            case SUBMITTED -> submit(commands, deed, words, rig.said(who.person, room, ""), id);
            case SUBMITTED_ELSEWHERE -> submit(commands, deed, words, rig.said(who.person, LOBBY, ""), id);
        };
    }

    private static Reply submit(CommandLine commands, Deed deed, String words, Said said, IncidentId id) {
        Optional<IncidentId> about = form(deed).aboutIncident() ? Optional.of(id) : Optional.empty();
        return commands.submit(deed.verb(), about, said, form(deed).understand(new Phrase(rest(words))));
    }

    private static Reply answer(Supplier<Reply> asked) {
        try {
            return asked.get();
        } catch (Refusal refusal) {
            return Reply.tell(refusal.reason());
        }
    }

    private static String rest(String words) {
        return words.contains(" ") ? words.substring(words.indexOf(' ') + 1) : "";
    }

    private static Set<Entrance> entrances(Deed deed) {
        boolean hasForm = !deed.verb().equals("help") && !form(deed).fields().isEmpty();
        Set<Entrance> all = EnumSet.allOf(Entrance.class);
        all.removeIf(entrance -> entrance.needsFields() && !hasForm);
        return all;
    }

    private static Policy.Table everythingLeftTo(Audience audience) {
        return new Policy.Table(
                DEEDS.stream()
                        .filter(Deed::changes)
                        .map(Deed::key)
                        .distinct()
                        .collect(toMap(key -> key, key -> audience)),
                List.of(Who.ADMIN_BY_ID.person.id().value(), GROUP));
    }

    private static String kept(IncidentId id) {
        return "%s %s %s"
                .formatted(rig.incidents.ids().size(), rig.incidents.get(id).version(), rig.timelines.head(id));
    }

    /** The same as long as nothing has come of it. */
    private static String ready(Deed deed, IncidentId id) {
        if (!ready.equals(List.of(deed, id, kept(id)))) {
            count++;
            words = words(deed, id);
            ready = List.of(deed, id, kept(id));
        }
        return words;
    }

    /** What to type now, after the incident was made ready for it. */
    private static String words(Deed deed, IncidentId id) {
        Incident incident = rig.incidents.get(id);
        if (!incident.isActive()) {
            rig.desk.change(id, (in, at) -> Finishing.reopen(in, "x", OTHER.actor(), Samples.HANDBOOK, at));
        }
        release(incident);
        return deed.words().apply(rig.incidents.get(id));
    }

    /** Only what one has done oneself can be taken back. */
    private static void mistake(Who who, IncidentId id) {
        rig.desk.change(
                id,
                (in, at) -> Responding.severity(
                        in,
                        other(in.severity(), Severity.SEV1, Severity.SEV2),
                        Optional.empty(),
                        who.person.actor(),
                        Samples.HANDBOOK,
                        at));
    }

    private static void follow(Incident incident, Follow how) {
        Actor responder = Who.RESPONDER.person.actor();
        rig.desk.change(incident.id(), (in, at) -> how.by(in, responder, OTHER.actor(), at));
    }

    /** To follow an incident, or no longer. */
    private interface Follow {
        Change by(Incident incident, Actor who, Actor by, Instant at);
    }

    private static IncidentId staffed(Incident incident) {
        ChannelId room = room(incident.id().number());
        rig.tell(ANN, room, "role ic <@%s>".formatted(Who.COMMANDER.person.id()));
        rig.tell(ANN, room, "role tech <@%s>".formatted(Who.TECH_LEAD.person.id()));
        rig.tell(ANN, room, "action Look into it <@%s>".formatted(Who.RESPONDER.person.id()));
        return incident.id();
    }

    private static void comms(Incident incident) {
        Actor holder = new Actor(new UserId("U0COMMS"), "Comms");
        rig.desk.change(incident.id(), (in, at) -> Responding.assign(in, Role.COMMS, holder, OTHER.actor(), at));
    }

    private static int openItem(Incident incident) {
        rig.tell(OTHER, room(incident.id().number()), "action Look %d <@U0OTHER>".formatted(count));
        return rig.incidents.get(incident.id()).actions().stream()
                .filter(ActionItem::isOpen)
                .mapToInt(ActionItem::number)
                .max()
                .orElseThrow();
    }

    private static int doneItem(Incident incident) {
        int number = openItem(incident);
        rig.desk.change(incident.id(), (in, at) -> FollowingUp.done(in, number, OTHER.actor(), at));
        return number;
    }

    private static int startedRun(Incident incident) {
        return startedRun(incident, "disk-space");
    }

    private static int actingRun(Incident incident) {
        return startedRun(incident, "restart");
    }

    private static int startedRun(Incident incident, String book) {
        return rig.runs
                .start(incident.id(), "run-" + count, rig.runs.book(book), Setup.NONE, OTHER.actor())
                .number();
    }

    /** A run with a step of which nobody knows what came of it. */
    private static int lostAttempt(Incident incident) {
        int run = actingRun(incident);
        rig.runs.want(incident.id(), run, "act", 0, "", OTHER.actor());
        for (String worker : List.of("one", "another")) {
            rig.kept.change(
                    incident.id(),
                    run,
                    (in, found) -> Acting.begin(in, found, rig.runs.version(found), "act", 1, worker, Samples.NOW));
        }
        return run;
    }

    private static long otherPersonsLine(Incident incident) {
        rig.tell(OTHER, room(incident.id().number()), "note hers " + count);
        return rig.timelines.head(incident.id()).length();
    }

    private static void hold(Incident incident) {
        rig.desk.change(incident.id(), (in, at) -> Keeping.hold(in, "x", OTHER.actor(), at));
    }

    private static void release(Incident incident) {
        if (incident.facts().held()) {
            rig.desk.change(incident.id(), (in, at) -> Keeping.release(in, "x", OTHER.actor(), at));
        }
    }

    private static void resolve(Incident incident) {
        rig.desk.change(
                incident.id(),
                (in, at) -> Finishing.resolve(in, Optional.empty(), OTHER.actor(), Samples.HANDBOOK, at, at));
    }

    private static <T> T other(T now, T one, T another) {
        return now == one ? another : one;
    }

    private static Verb form(Deed deed) {
        return Optional.ofNullable(rig.verbs.get(deed.verb())).orElseThrow();
    }

    private static Person person(String id) {
        return new Person(new UserId(id), id, ZoneId.of("UTC"));
    }
}
