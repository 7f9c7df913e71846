package dev.muster.timeline.export;

import dev.muster.incident.Actor;
import dev.muster.incident.Cadence;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Facts;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Milestone;
import dev.muster.incident.Origin;
import dev.muster.incident.Rhythm;
import dev.muster.incident.Role;
import dev.muster.incident.Room;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A made-up incident and its rows, told line by line as the bot would write it. */
final class Tale {

    static final Instant START = Instant.parse("2026-11-20T14:05:00Z");
    static final Actor ANN = new Actor(new UserId("U0ANN"), "Ann");
    static final Actor BOB = new Actor(new UserId("U0BOB"), "Bob Marley");
    static final Actor EVE = new Actor(new UserId("U0EVE"), "Eve");
    static final ChannelId ROOM = new ChannelId("C0ROOM");

    private final List<Row> rows = new ArrayList<>();
    private final Map<Milestone, Instant> times = new EnumMap<>(Milestone.class);
    private final String title;
    private Stage stage = Stage.DETECTED;
    private Severity severity = Severity.SEV2;
    private Chain chain = Chain.EMPTY;
    private Instant now = START;

    Tale(String title) {
        this.title = title;
        times.put(Milestone.BEGAN, START.minusSeconds(180));
        times.put(Milestone.DETECTED, START);
        add(Entry.of(now, Kind.DECLARED, ANN, title).with("severity", "sev2").asKey());
    }

    /** A quiet tale that is over soon: every sort of row once. */
    static Tale ofEverything() {
        Tale tale = new Tale("Checkout is down");
        tale.role(Role.IC, ANN)
                .pass(60)
                .say(BOB, "Looking at the pool")
                .pass(30)
                .role(Role.TECH, BOB);
        tale.pass(60).stage(Stage.INVESTIGATING).say(EVE, "Me, too").reply(BOB, "Thanks!", START.plusSeconds(60));
        tale.pass(30).edit(BOB, "Looking at the connection pool", START.plusSeconds(60));
        tale.severity(Severity.SEV1).pass(20).update("Half of all orders fail").pass(10);
        tale.add(Entry.of(tale.now, Kind.DECISION, ANN, "Roll back to 4.1").asKey());
        tale.pass(40)
                .file(BOB, "The pool", "pool.png")
                .delete(START.plusSeconds(150))
                .react(EVE, "eyes");
        tale.add(Entry.of(tale.now, Kind.NOTE, BOB, "Disk was full at 13:50").asKey());
        tale.pass(90).stage(Stage.MITIGATING).pass(120).stage(Stage.MONITORING).role(Role.IC, EVE);
        tale.correct(tale.rows.size() - 3, Optional.of(START.plusSeconds(100)), Optional.of("Disk was 97 % full"));
        tale.add(Entry.ofBot(tale.now, Kind.NOTE, "").with("redacted", true));
        return tale.pass(200).stage(Stage.RESOLVED);
    }

    Instant now() {
        return now;
    }

    List<Row> rows() {
        return rows;
    }

    Chain head() {
        return chain;
    }

    Tale pass(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    Tale add(Entry entry) {
        Row row = chain.append(entry, now.plusMillis(123), "00ff");
        rows.add(row);
        chain = chain.after(row);
        return this;
    }

    Tale role(Role role, Actor holder) {
        return add(Entry.of(now, Kind.ROLE, ANN, holder.name() + " is " + role.title())
                .with("role", role.toString())
                .with("to", holder.id().value())
                .asKey());
    }

    Tale stage(Stage to) {
        add(Entry.of(now, Kind.STAGE, ANN, "Stage " + stage + " → " + to)
                .with("from", stage.toString())
                .with("to", to.toString())
                .asKey());
        stage = to;
        times.putIfAbsent(to.reached(), now);
        if (to == Stage.RESOLVED) {
            times.putIfAbsent(Milestone.MITIGATED, now);
        }
        return this;
    }

    Tale severity(Severity to) {
        add(Entry.of(now, Kind.SEVERITY, ANN, "Severity " + severity + " → " + to)
                .with("from", severity.toString())
                .with("to", to.toString())
                .asKey());
        severity = to;
        return this;
    }

    Tale update(String text) {
        return add(Entry.of(now, Kind.UPDATE, ANN, text).asKey());
    }

    Tale say(Actor actor, String text) {
        return add(message(Kind.MESSAGE, Optional.of(actor), text, now, Optional.empty()));
    }

    Tale reply(Actor actor, String text, Instant thread) {
        return add(message(Kind.MESSAGE, Optional.of(actor), text, now.plusSeconds(1), Optional.of(ts(thread))));
    }

    Tale edit(Actor actor, String text, Instant said) {
        return add(message(Kind.MESSAGE_EDITED, Optional.of(actor), text, said, Optional.empty()));
    }

    Tale delete(Instant said) {
        return add(message(Kind.MESSAGE_DELETED, Optional.empty(), "", said, Optional.empty()));
    }

    Tale react(Actor actor, String name) {
        return react(actor, name, START.plusSeconds(60));
    }

    Tale react(Actor actor, String name, Instant said) {
        return add(message(Kind.REACTION_ADDED, Optional.of(actor), ":" + name + ":", said, Optional.empty())
                .with("reaction", name));
    }

    Tale takeBack(Actor actor, String name, Instant said) {
        return add(message(Kind.REACTION_REMOVED, Optional.of(actor), ":" + name + ":", said, Optional.empty())
                .with("reaction", name));
    }

    Tale file(Actor actor, String text, String... names) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (String name : names) {
            files.add(Map.of("name", name));
        }
        return add(message(Kind.MESSAGE, Optional.of(actor), text, now, Optional.empty())
                .with("files", files));
    }

    Tale correct(long row, Optional<Instant> at, Optional<String> text) {
        Map<String, Object> to = new TreeMap<>();
        at.ifPresent(time -> to.put("at", time.toString()));
        text.ifPresent(words -> to.put("text", words));
        return add(Entry.of(now, Kind.NOTE, EVE, "I looked it up")
                .with("corrects", row)
                .with("to", to)
                .asKey());
    }

    /** A message, or what was done to the message that was said then. */
    private Entry message(Kind kind, Optional<Actor> actor, String text, Instant said, Optional<String> thread) {
        Instant at = now.isBefore(said) ? said : now;
        MessageRef message = new MessageRef(ROOM, ts(said));
        Origin origin =
                new Origin(Optional.of(kind.lasting() + ":" + ts(said) + ":" + ts(now)), Optional.of(message), thread);
        return new Entry(at, kind, actor, text, Map.of(), origin, false, false);
    }

    private static String ts(Instant said) {
        return said.getEpochSecond() + ".000100";
    }

    Incident incident() {
        Facts facts = new Facts(title, severity, stage, false, false, ANN, START, false);
        Room room = new Room(Optional.of(ROOM), "inc-42", "", false);
        Map<Role, UserId> roles = Map.of(Role.IC, EVE.id(), Role.TECH, BOB.id());
        return new Incident(
                new IncidentId(42),
                1,
                facts,
                roles,
                times,
                room,
                new Rhythm(Optional.empty(), Optional.empty(), Cadence.NONE),
                List.of(),
                dev.muster.incident.Conduct.NONE);
    }

    Glance glance() {
        Glance glance = new Glance();
        rows.forEach(glance::see);
        return glance;
    }

    String export(Format format) {
        StringBuilder text = new StringBuilder();
        Exporter exporter = new Exporter(format, incident(), glance(), text);
        exporter.begin();
        rows.forEach(exporter::row);
        exporter.end(chain);
        return text.toString();
    }

    /** So long an incident, with so many rows, spread as people talk: in bursts. */
    static Tale of(Duration length, int count) {
        Tale tale = new Tale("Orders time out in Europe").role(Role.IC, ANN);
        Random random = new Random(7);
        List<Actor> people = List.of(ANN, BOB, EVE);
        List<Stage> stages =
                List.of(Stage.INVESTIGATING, Stage.IDENTIFIED, Stage.MITIGATING, Stage.MONITORING, Stage.RESOLVED);
        for (int row = 2; row < count; row++) {
            double share = (double) row / count;
            tale.now = START.plusMillis((long) (length.toMillis() * (share + 0.03 * Math.sin(share * 40))));
            int stage = (int) (share * 6) - 1;
            if (stage >= 0
                    && stage < 5
                    && !tale.stage.equals(stages.get(stage))
                    && tale.stage.ordinal() < stages.get(stage).ordinal()) {
                tale.stage(stages.get(stage));
            } else if (row % Math.max(3, count / 12) == 0) {
                tale.update("Update: we know more than before, and the next step is number " + row);
            } else if (row % Math.max(4, count / 7) == 1) {
                tale.add(Entry.of(tale.now, Kind.DECISION, ANN, "Decided to go for plan " + row)
                        .asKey());
            } else if (row % Math.max(5, count / 5) == 2) {
                tale.role(Role.values()[random.nextInt(3)], people.get(random.nextInt(3)));
            } else if (row == count / 3) {
                tale.severity(Severity.SEV1);
            } else if (row == count * 2 / 3) {
                tale.severity(Severity.SEV3);
            } else {
                tale.say(
                        people.get(random.nextInt(3)),
                        "The graph of pool " + random.nextInt(20) + " looks "
                                + (random.nextBoolean()
                                        ? "bad"
                                        : "better, but I would like to see it for another few minutes before we call it good"));
            }
        }
        return tale;
    }
}
