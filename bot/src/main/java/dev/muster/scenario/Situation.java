package dev.muster.scenario;

import com.google.re2j.Pattern;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Proposal.State;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a rehearsal stands.
 *
 * @param entries its timeline so far, in order
 * @param cast who is played; what they say is not what people say
 */
public record Situation(Incident incident, List<Entry> entries, Set<UserId> cast, Instant now) {

    /** By it a line of the timeline says which inject it tells of. */
    public static final String INJECT = "inject";

    private static final Set<Kind> WORDS =
            Set.of(Kind.MESSAGE, Kind.MESSAGE_EDITED, Kind.NOTE, Kind.UPDATE, Kind.DECISION, Kind.IMPACT, Kind.STAGE);

    private static final Set<Object> REFUSED = Set.of(State.DECLINED.toString(), State.HALTED.toString());

    public Situation {
        entries = List.copyOf(entries);
        cast = Set.copyOf(cast);
    }

    public static Situation of(Incident incident, List<Row> rows, Set<UserId> cast, Instant now) {
        return new Situation(incident, rows.stream().map(Row::entry).toList(), cast, now);
    }

    Instant start() {
        return incident.facts().declaredAt();
    }

    /** What people who are really there said and wrote. */
    Stream<Entry> words() {
        return entries.stream().filter(entry -> WORDS.contains(entry.kind())).filter(entry -> entry.actor()
                .filter(actor -> !cast.contains(actor.id()))
                .isPresent());
    }

    Optional<Instant> said(Pattern words) {
        return words().filter(entry -> words.matcher(entry.text()).find())
                .map(Entry::at)
                .findFirst();
    }

    /** A proposal that was declined or halted stands there too, and is no decision for it. */
    Optional<Instant> decided(Pattern words) {
        return words().filter(entry -> entry.kind() == Kind.DECISION)
                .filter(entry -> !REFUSED.contains(entry.data().getOrDefault("state", "")))
                .filter(entry -> words.matcher(entry.text() + " " + entry.data().getOrDefault("text", ""))
                        .find())
                .map(Entry::at)
                .findFirst();
    }

    Optional<Instant> lastUpdate() {
        return incident.rhythm().latest().map(update -> update.at());
    }

    Optional<Instant> reached(Stage stage) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.STAGE)
                .filter(entry -> Stage.find(String.valueOf(entry.data().get("to")))
                        .filter(to -> to.compareTo(stage) >= 0)
                        .isPresent())
                .map(Entry::at)
                .findFirst();
    }

    /** When a line of this kind with this value was written last. */
    Optional<Instant> lastOf(Kind kind, String name, String value) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .filter(entry -> Objects.equals(entry.data().get(name), value))
                .map(Entry::at)
                .reduce((one, later) -> later);
    }

    /** When an inject happened last. */
    Optional<Instant> last(String inject) {
        return lastOf(Kind.BOT, INJECT, inject);
    }

    int times(String inject) {
        return (int) entries.stream()
                .filter(entry -> inject.equals(entry.data().get(INJECT)))
                .count();
    }
}
