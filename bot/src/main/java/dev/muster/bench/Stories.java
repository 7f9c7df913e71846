package dev.muster.bench;

import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.Actor;
import dev.muster.incident.Cause;
import dev.muster.incident.Change;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Diagnosing;
import dev.muster.incident.Diagnosis;
import dev.muster.incident.Entry;
import dev.muster.incident.Finishing;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Handbook;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Incidents from their declaration to their close, with words as people use them: few very often, most seldom. */
final class Stories {

    private static final Actor ANN = new Actor(new UserId("U0BENCH1"), "Ann");
    private static final Actor BOB = new Actor(new UserId("U0BENCH2"), "Bob");
    private static final List<String> SYMPTOMS = List.of(
            "down",
            "slow",
            "timeouts",
            "errors",
            "unreachable",
            "pool exhausted",
            "latency high",
            "disk full",
            "certificate expired",
            "queue growing",
            "memory rising",
            "replication lagging");
    private static final int SERVICES = 60;
    private static final int VOCABULARY = 8_000;

    private final Handbook handbook;

    Stories(Handbook handbook) {
        this.handbook = handbook;
    }

    /** All that happened to one, as one change. One in a hundred is private. */
    Change whole(long number, IncidentId id, Instant at) {
        Random random = new Random(number);
        List<Entry> entries = new ArrayList<>();
        Change declared = Declaring.declare(id, said(random, number), at);
        entries.addAll(declared.entries());
        Incident incident = declared.incident();
        for (Function<Incident, Change> step : steps(random, at)) {
            Change change = step.apply(incident);
            entries.addAll(change.entries());
            incident = change.incident();
        }
        return new Change(incident, false, entries, List.of(), List.of());
    }

    /** One that has just begun. */
    Change fresh(long number, IncidentId id, Instant at) {
        return Declaring.declare(id, said(new Random(number), number), at);
    }

    private List<Function<Incident, Change>> steps(Random random, Instant at) {
        Instant over = at.plusSeconds((long) (60 * Math.exp(random.nextGaussian() * 1.5 + 4)));
        List<Function<Incident, Change>> steps = new ArrayList<>(List.of(
                found -> item(found, at),
                found -> Finishing.resolve(found, Optional.of(words(random, 8)), ANN, handbook, over, over)));
        if (random.nextInt(10) > 0) {
            steps.add(found -> FollowingUp.done(found, 1, BOB, over));
            steps.add(found -> FollowingUp.verify(found, 1, ANN, over));
        }
        steps.add(found -> Finishing.close(found, Optional.of("enough"), ANN, handbook, over));
        Cause cause = Cause.values()[random.nextInt(Cause.values().length)];
        steps.add(found -> Diagnosing.because(
                found, new Diagnosis(random.nextBoolean() ? List.of(cause) : List.of(), List.of()), ANN, over));
        return steps;
    }

    private Change item(Incident found, Instant at) {
        ActionItem item = FollowingUp.next(
                found,
                "Alert before it is full",
                BOB.id(),
                at.plus(Duration.ofDays(30)),
                ZoneOffset.UTC,
                Priority.HIGH);
        return FollowingUp.add(found, item, BOB, ANN, handbook.reminders(), at);
    }

    private static Declaration said(Random random, long number) {
        String service = "service-" + often(random, SERVICES);
        String title = "%s %s %s".formatted(service, SYMPTOMS.get(random.nextInt(SYMPTOMS.size())), words(random, 3));
        return new Declaration(
                        title,
                        Severity.values()[random.nextInt(3)],
                        ANN,
                        Map.of(),
                        Optional.empty(),
                        number % 100 == 0,
                        false,
                        "bench-" + number,
                        "")
                .hitting(List.of(service));
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "w" + often(random, VOCABULARY))
                .collect(Collectors.joining(" "));
    }

    private static int often(Random random, int of) {
        double often = random.nextDouble();
        return (int) (of * often * often * often);
    }
}
