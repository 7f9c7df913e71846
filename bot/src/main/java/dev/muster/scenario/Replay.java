package dev.muster.scenario;

import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Refusal;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What people did in an incident that is over, as a scenario: everybody who was there is played, and says and does the same
 * again at the same distance in time. What the bot said is left to the bot, which may say something else today.
 */
public final class Replay {

    public static final String ID = "replay";

    private static final Cue AT_ONCE = new Cue(List.of(), Duration.ZERO, Optional.empty(), 1);

    private final Map<UserId, Member> cast = new LinkedHashMap<>();
    private final List<Inject> injects = new ArrayList<>();
    private final Row declared;

    private Replay(Row declared) {
        this.declared = declared;
    }

    /** @throws Refusal if it does not begin with a declaration by somebody, in words that are not redacted */
    public static Scenario of(List<Row> rows) {
        Row first = rows.stream()
                .filter(row -> row.entry().kind() == Kind.DECLARED)
                .filter(row -> row.entry().actor().isPresent() && !row.entry().isBlank())
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(
                                "There is no declaration in it that could be replayed: it is no export of a whole timeline, or its first line is redacted."));
        Replay replay = new Replay(first);
        rows.forEach(replay::see);
        return replay.scenario();
    }

    private Scenario scenario() {
        Severity severity = Severity.find(String.valueOf(data(declared.entry(), "severity")))
                .orElse(Severity.SEV2);
        Actor by = declared.entry().actor().orElseThrow();
        String words =
                "declare %s --new %s".formatted(severity, declared.entry().text());
        return new Scenario(
                ID,
                declared.entry().text(),
                "What was done then, once more",
                "An incident of your own",
                severity,
                List.copyOf(cast.values()),
                List.of(new Inject(
                        "declared", AT_ONCE, new Act.Command(member(by).id(), words, words))),
                injects,
                new Expected(Duration.ofHours(1), Optional.empty()),
                List.of());
    }

    /** Whoever did something is part of it, and acts again if it was something that can be done again. */
    private void see(Row row) {
        Entry entry = row.entry();
        entry.actor().filter(actor -> !entry.text().isBlank()).ifPresent(actor -> {
            Member member = member(actor);
            act(entry, member).ifPresent(act -> injects.add(new Inject("row-" + row.seq(), after(entry), act)));
        });
    }

    private Cue after(Entry entry) {
        Duration since = Duration.between(declared.entry().at(), entry.at());
        return new Cue(List.of(), since.isNegative() ? Duration.ZERO : since, Optional.empty(), 1);
    }

    private Optional<Act> act(Entry entry, Member who) {
        String text = entry.text();
        return switch (entry.kind()) {
            case MESSAGE -> Optional.of(new Act.Say(who.id(), Act.Place.INCIDENT, List.of(text)));
            case UPDATE -> types(who, "update " + text);
            case NOTE -> isPlain(entry) ? types(who, "note " + text) : Optional.empty();
            case DECISION -> types(who, "decision " + (isPlain(entry) ? text : data(entry, "text")));
            case IMPACT -> types(who, "impact " + text);
            case SEVERITY -> types(who, "sev " + data(entry, "to") + because(entry));
            case STAGE -> types(who, stage(entry));
            case ROLE ->
                Optional.ofNullable(entry.data().get("to"))
                        .flatMap(to -> types(who, "role " + data(entry, "role") + holder(entry, who)));
            default -> Optional.empty();
        };
    }

    /** Lines that a verb of its own wrote have data of their own; what somebody noted has none. */
    private static boolean isPlain(Entry entry) {
        return entry.data().isEmpty();
    }

    private static Optional<Act> types(Member who, String words) {
        String line = words.replaceAll("\\s*\\n\\s*", " ");
        return Optional.of(new Act.Command(who.id(), line, line));
    }

    private static String stage(Entry entry) {
        String to = data(entry, "to");
        String text = data(entry, "text");
        return switch (to) {
            case "resolved" -> "resolve " + text;
            case "closed" -> "close";
            default -> (data(entry, "from").equals("resolved") ? "reopen because " : "stage " + to + " ") + text;
        };
    }

    private static String because(Entry entry) {
        String reason = data(entry, "reason");
        return reason.isEmpty() ? "" : " because " + reason;
    }

    private String holder(Entry entry, Member who) {
        UserId to = new UserId(data(entry, "to"));
        Member holder = cast.getOrDefault(to, who);
        return holder.equals(who) ? "" : " @" + holder.id();
    }

    private static String data(Entry entry, String name) {
        return String.valueOf(entry.data().getOrDefault(name, ""));
    }

    private Member member(Actor actor) {
        return cast.computeIfAbsent(
                actor.id(), id -> new Member(handle(actor), actor.name(), "was there", Temper.PUNCTUAL));
    }

    /** Their name if it can be one, else their id. */
    private String handle(Actor actor) {
        String name = actor.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        boolean isFree = cast.values().stream().noneMatch(member -> member.id().equals(name));
        return name.matches("[a-z][a-z0-9]{1,20}") && isFree
                ? name
                : actor.id().value().toLowerCase(Locale.ROOT);
    }

    /**
     * How often the bot asked for something.
     *
     * @param updates for a status update
     * @param roles for somebody to take a role
     * @param escalations whether to escalate
     */
    public record Asked(long updates, long roles, long escalations) {

        /** Counts what the bot said, by its words. */
        public static Asked in(List<String> said) {
            return new Asked(
                    count(said, "owes everyone a status update"),
                    count(said, " yet. What it is about: "),
                    count(said, "Is it time to escalate"));
        }

        /** What the lines of a timeline say. */
        public static Asked on(List<Row> rows) {
            return in(rows.stream()
                    .map(Row::entry)
                    .filter(entry -> entry.kind() == Kind.BOT)
                    .map(Entry::text)
                    .toList());
        }

        private static long count(List<String> said, String words) {
            return said.stream().filter(text -> text.contains(words)).count();
        }

        /** Both beside each other, a line each. */
        public List<String> beside(Asked now) {
            return List.of(
                    line("asked for a status update", updates, now.updates),
                    line("asked for somebody to take a role", roles, now.roles),
                    line("asked whether to escalate", escalations, now.escalations));
        }

        private static String line(String what, long then, long now) {
            long more = now - then;
            String change = more == 0 ? "as often" : "%d %s".formatted(Math.abs(more), more > 0 ? "more" : "fewer");
            return "%s: then %d times, now %d (%s)".formatted(what, then, now, change);
        }
    }
}
