package dev.muster.desk;

import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.Troupe.Scene;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.scenario.Drill;
import dev.muster.scenario.Playing;
import dev.muster.scenario.Playing.Due;
import dev.muster.scenario.Scenario;
import dev.muster.scenario.Situation;
import dev.muster.scenario.score.Paper;
import dev.muster.scenario.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chores of a rehearsal: what happens in it, and what it came to. */
public final class DrillChores {

    /** Nothing happens in a channel that is not open yet. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final IncidentDesk desk;
    private final Drills drills;
    private final Troupe troupe;
    private final Boards boards;
    private final House house;
    private final InstantSource clock;

    public DrillChores(
            IncidentDesk desk, Drills drills, Troupe troupe, Posts posts, Chat chat, House house, InstantSource clock) {
        this.desk = desk;
        this.drills = drills;
        this.troupe = troupe;
        this.boards = new Boards(posts, chat);
        this.house = house;
        this.clock = clock;
    }

    /** What has come is promised together with the line that says so, so that it happens once. */
    void look(Incident incident, Claim claim) {
        Optional<Drill> drill = incident.isActive() ? drills.drill(incident) : Optional.empty();
        drill.ifPresent(one -> drills.scenario(one).ifPresent(scenario -> look(incident, one, scenario)));
    }

    private void look(Incident incident, Drill drill, Scenario scenario) {
        if (incident.room().open().isEmpty()) {
            desk.change(incident.id(), (found, at) -> Change.none(found).promising(again(found, at.plus(SOON))));
            return;
        }
        Playing playing = new Playing(scenario, drill);
        Situation now = Situation.of(incident, drills.rows(incident), drill.cast(), clock.instant());
        List<Due> due = playing.due(now);
        Optional<Instant> next = due.isEmpty() ? playing.next(now) : Optional.of(now.now());
        desk.change(incident.id(), (found, at) -> played(found, due, next, at));
    }

    private static Change played(Incident incident, List<Due> due, Optional<Instant> next, Instant at) {
        Change change = Change.none(incident);
        for (Due one : due) {
            String subject = one.inject().id() + "#" + one.time();
            change = change.saying(Entry.ofBot(
                                    at,
                                    Kind.BOT,
                                    "Rehearsed: " + one.inject().act().summary(one.time()))
                            .with(Situation.INJECT, one.inject().id()))
                    .promising(Promise.toDrill(incident.id(), Chore.INJECT, subject, at));
        }
        return next.isPresent() ? change.promising(again(incident, next.get())) : change;
    }

    private static Promise again(Incident incident, Instant due) {
        return Promise.toDrill(incident.id(), Chore.DRILL, "", due);
    }

    /** What comes too late, because it is over, is left out. */
    void inject(Incident incident, ChannelId channel, Claim claim) {
        String[] inject = claim.promise().subject().split("#", 2);
        Optional<Scenario> scenario =
                incident.isActive() ? drills.drill(incident).flatMap(drills::scenario) : Optional.empty();
        scenario.ifPresent(one -> one.inject(inject[0])
                .ifPresent(found -> troupe.perform(
                        found.act(),
                        new Scene(incident, channel, one, Integer.parseInt(inject[1]), claim.key(), claim.isRetry()))));
    }

    void score(Incident incident, ChannelId channel, Claim claim) {
        if (!incident.isActive()) {
            Score score = drills.score(incident);
            boards.show(incident, channel, "score:" + channel, shown(score), claim);
        }
    }

    private Notice shown(Score score) {
        return summary(score, new Paper(score, drills.before(score), house.zone()));
    }

    /** A score in short, as people see it in a channel. */
    public static Suggested summary(Score score, Paper paper) {
        String next = paper.next().stream()
                .map(line -> "• " + Markup.escape(line, 400))
                .collect(Collectors.joining("\n"));
        String practise = next.isEmpty() ? "\nNothing was left to practise." : "\n*To practise next:*\n" + next;
        return new Suggested(
                ":dart: *How the rehearsal went.* %s%s".formatted(paper.standing(), practise),
                List.of(new Choice("The whole score", score.incident() + " score export")));
    }
}
