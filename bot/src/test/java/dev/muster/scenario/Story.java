package dev.muster.scenario;

import com.google.re2j.Pattern;
import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Samples;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** A drill as it goes, decision by decision, with the lines that the decisions write; and a small scenario for it. */
public final class Story {

    public static final Actor MIRA = new Actor(new UserId("U0MIRA"), "Mira");

    public static final Scenario SCENARIO = new Scenario(
            "full-pool",
            "Nothing answers",
            "",
            "",
            Severity.SEV1,
            List.of(
                    new Member("mira", "Mira Example", "database engineer", Temper.CALM),
                    new Member("otto", "Otto Example", "head of engineering", Temper.IMPATIENT)),
            List.of(new Inject("alert", at(Duration.ZERO), new Act.Alert("ApiDown", "no answer", Map.of()))),
            List.of(),
            new Expected(Duration.ofMinutes(20), Optional.of("database-connection-pool")),
            List.of(
                    new Finding("leak", "A job leaks connections", pattern("leak")),
                    new Finding("alert", "Nobody is told of a full pool", pattern("no alert"))));

    private final List<Row> rows = new ArrayList<>();
    private final Drill drill;
    private Incident incident;
    private Chain chain = Chain.EMPTY;
    private Instant now = Samples.NOW;

    /** Declared by Ann, two minutes after the first alert. */
    public Story() {
        drill = new Drill(SCENARIO.id(), 7, Optional.of(now.minus(Duration.ofMinutes(2))), Set.of(MIRA.id()));
        Declaration said = new Declaration(
                        "API down", Severity.SEV1, Samples.ANN, Map.of(), Optional.empty(), false, false, "o", "")
                .rehearsing(drill.labels());
        Change change = Declaring.declare(Samples.ID, said, now);
        incident = change.incident();
        write(change);
        then((found, at) -> Declaring.opened(found, Samples.ROOM, Samples.ROOM_NAME, Samples.HANDBOOK, at));
    }

    public static Cue at(Duration after) {
        return new Cue(List.of(), after, Optional.empty(), 1);
    }

    public static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    public Story later(Duration by) {
        now = now.plus(by);
        return this;
    }

    public Story then(BiFunction<Incident, Instant, Change> decision) {
        Change change = decision.apply(incident, now);
        incident = change.incident();
        write(change);
        return this;
    }

    public Story says(Actor who, String words) {
        return writes(Entry.of(now, Kind.MESSAGE, who, words));
    }

    /** An inject has happened. */
    public Story happened(String inject) {
        return writes(Entry.ofBot(now, Kind.BOT, "Rehearsed: " + inject).with(Situation.INJECT, inject));
    }

    public Story writes(Entry entry) {
        write(Change.none(incident).saying(entry));
        return this;
    }

    private void write(Change change) {
        for (Entry entry : change.entries()) {
            Row row = chain.append(entry, now);
            rows.add(row);
            chain = chain.after(row);
        }
    }

    public Situation situation() {
        return Situation.of(incident, rows, drill.cast(), now);
    }

    public Drill drill() {
        return drill;
    }

    public Incident incident() {
        return incident;
    }

    public List<Row> rows() {
        return rows;
    }
}
