package dev.muster.incident;

import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.Handbook.PressRule;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Handbook.RoleRule;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Handbook.WatchRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People, rules and incidents that the tests talk about. Values only. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-20T14:05:00Z");
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final Actor ANN = new Actor(new UserId("U0ANN"), "Ann");
    public static final Actor BOB = new Actor(new UserId("U0BOB"), "Bob");
    public static final IncidentId ID = new IncidentId(42);
    public static final ChannelId ROOM = new ChannelId("C0ROOM");
    public static final String ROOM_NAME = "inc-42-2026-11-20-checkout-is-down";
    public static final ReminderRule REMINDERS = new ReminderRule(List.of(Duration.ofDays(1)), Duration.ofDays(1));
    public static final Handbook HANDBOOK = new Handbook(
            Map.of(
                    Severity.SEV1, rule(Duration.ofMinutes(15)),
                    Severity.SEV2, rule(Duration.ofMinutes(30)),
                    Severity.SEV3, rule(Duration.ofHours(2))),
            Map.of(
                    Role.IC,
                            new RoleRule(
                                    List.of("Coordinate"),
                                    "May stop anything",
                                    List.of("Say so", "Check the severity")),
                    Role.TECH, new RoleRule(List.of("Investigate"), "May ask for more", List.of("Ask what changed")),
                    Role.COMMS, new RoleRule(List.of("Speak"), "May publish", List.of())),
            Duration.ofMinutes(5),
            Map.of(
                    Criterion.UNCLEAR, Duration.ofMinutes(30),
                    Criterion.UNMITIGATED, Duration.ofMinutes(15),
                    Criterion.LASTING, Duration.ofHours(1),
                    Criterion.CRITICAL, Duration.ofMinutes(2),
                    Criterion.WATCHED, Duration.ofMinutes(3)),
            REMINDERS,
            new Catalogue(List.of(
                    service("orders-db", List.of(), true),
                    service("payments", List.of("orders-db"), false),
                    service("shop", List.of("payments"), false))),
            Set.of(),
            new PressRule(Duration.ofMinutes(5), Duration.ofMinutes(10)),
            Map.of(
                    Watch.STAGE, new WatchRule(Duration.ofHours(1), "Is the stage right?"),
                    Watch.SILENCE, new WatchRule(Duration.ofMinutes(45), "Is anybody there?"),
                    Watch.OPEN, new WatchRule(Duration.ofDays(1), "Is it over?"),
                    Watch.UNCLOSED, new WatchRule(Duration.ofDays(1), "Is all on the record?"),
                    Watch.MEETING, new WatchRule(Duration.ofHours(24), "When is it talked over?"),
                    Watch.REVIEW, new WatchRule(Duration.ofDays(2), "What was learned?")));

    private Samples() {}

    public static Declaration declaration(String title) {
        return new Declaration(title, Severity.SEV2, ANN, Map.of(), Optional.empty(), false, false, "origin-1", "");
    }

    /** Declared at {@link #NOW}, its channel not yet open. */
    public static Incident declared() {
        return Declaring.declare(ID, declaration("Checkout is down"), NOW).incident();
    }

    /** Declared and opened at {@link #NOW}. */
    public static Incident opened() {
        return Declaring.opened(declared(), ROOM, ROOM_NAME, HANDBOOK, NOW).incident();
    }

    public static Incident resolved() {
        return Finishing.resolve(
                        opened(), Optional.empty(), ANN, Samples.HANDBOOK, NOW.plusSeconds(60), NOW.plusSeconds(60))
                .incident();
    }

    public static Incident closed() {
        return Finishing.close(resolved(), Optional.empty(), ANN, Samples.HANDBOOK, NOW.plusSeconds(120))
                .incident();
    }

    /** Closed, and its channel put away. */
    public static Incident archived() {
        return Finishing.archived(closed(), NOW.plusSeconds(180)).incident();
    }

    public static ActionItem item(Instant due, ZoneId zone) {
        return ActionItem.open(1, "Raise the limit", BOB.id(), due, zone, Priority.HIGH);
    }

    private static Service service(String name, List<String> dependsOn, boolean critical) {
        return new Service(
                name,
                List.of("@" + name + "-team"),
                name + "-talk",
                List.of("disk-space"),
                dependsOn,
                List.of("CTO"),
                critical);
    }

    private static SeverityRule rule(Duration updateEvery) {
        return new SeverityRule("bad", updateEvery, Duration.ofMinutes(5), List.of("On-call"), List.of());
    }
}
