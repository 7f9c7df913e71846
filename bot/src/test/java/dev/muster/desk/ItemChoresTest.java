package dev.muster.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.Actor;
import dev.muster.incident.Cause;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Chore;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Diagnosing;
import dev.muster.incident.Diagnosis;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.IncidentId;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import dev.muster.store.Database;
import dev.muster.store.JdbiArchive;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiPosts;
import dev.muster.store.JdbiPromises;
import dev.muster.store.JdbiReviews;
import dev.muster.store.JdbiTimelines;
import dev.muster.store.Location;
import dev.muster.testing.Databases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reminders of one owner, on a real database; the scheduler looks for work at every moment it is woken. */
class ItemChoresTest {

    private static final Actor ANN = new Actor(new UserId("U0ANN"), "ann");
    private static final UserId BOB = new UserId("U0BOB");
    private static final ReminderRule RULE = new ReminderRule(List.of(), Duration.ofDays(1));
    private static final Duration LEASE = Duration.ofSeconds(30);

    private Instant now = Instant.parse("2026-11-20T03:00:00Z");

    @Test
    void leavesNoneOfThemToAnotherWhileItCounts(@TempDir Path folder) {
        try (Database database =
                Database.open(new Location(Databases.sqlite(folder), Optional.empty(), Optional.empty()))) {
            JdbiIncidents incidents = new JdbiIncidents(database, () -> now);
            JdbiPromises promises = new JdbiPromises(database);
            List<Claim> stolen = new ArrayList<>();
            IncidentDesk desk =
                    new IncidentDesk(incidents, () -> now, () -> stolen.addAll(promises.claim(now, LEASE, 100)));
            IncidentId id = withItems(incidents, 5);
            now = now.plus(Duration.ofHours(2));
            Claim claim = reminder(promises);

            new ItemChores(
                            incidents,
                            promises,
                            desk,
                            new JdbiPosts(database),
                            chat(),
                            RULE,
                            recall(database, incidents))
                    .remind(incidents.get(id), claim);

            assertThat(stolen).noneMatch(one -> one.promise().chore() == Chore.REMIND);
            assertThat(incidents.get(id).actions()).allMatch(item -> item.asked() == 1);
        }
    }

    /** A process was killed after it had said one of them, and before it could count it. */
    @Test
    void looksByItselfForWhatMayHaveBeenSaidByItself(@TempDir Path folder) {
        try (Database database =
                Database.open(new Location(Databases.sqlite(folder), Optional.empty(), Optional.empty()))) {
            JdbiIncidents incidents = new JdbiIncidents(database, () -> now);
            JdbiPromises promises = new JdbiPromises(database);
            IncidentDesk desk = new IncidentDesk(incidents, () -> now, () -> {});
            IncidentId id = withItems(incidents, 3);
            now = now.plus(Duration.ofMinutes(58)).plusSeconds(30);
            Claim alone = reminder(promises);
            promises.freeAll();
            now = now.plus(Duration.ofHours(1));
            Claim head = reminder(promises);
            Chat chat = chat();

            new ItemChores(incidents, promises, desk, new JdbiPosts(database), chat, RULE, recall(database, incidents))
                    .remind(incidents.get(id), head);

            assertThat(head.promise()).isNotEqualTo(alone.promise());
            assertThat(incidents.get(id).actions())
                    .filteredOn(item -> item.asked() == 0)
                    .extracting(item -> String.valueOf(item.number()))
                    .containsExactly(alone.promise().subject());
            promises.kept(head);
            Claim again = reminder(promises);
            assertThat(again.promise()).isEqualTo(alone.promise());
            assertThat(again.isRetry()).isTrue();
        }
    }

    /** "The third incident in a row while this is open" is what moves people. */
    @Test
    void saysThatItHasHappenedAgainWhileTheItemIsOpen(@TempDir Path folder) {
        try (Database database =
                Database.open(new Location(Databases.sqlite(folder), Optional.empty(), Optional.empty()))) {
            JdbiIncidents incidents = new JdbiIncidents(database, () -> now);
            hit(incidents, "before", false, "shop", Cause.SLOW_QUERY);
            now = now.plusSeconds(1);
            IncidentId id = withItems(incidents, 1);
            because(incidents, id, Cause.SLOW_QUERY);
            Recall recall = recall(database, incidents);
            assertThat(recall.since(incidents.get(id), 1)).isEmpty();
            now = now.plusSeconds(1);
            hit(incidents, "shop again", false, "shop", Cause.NETWORK);
            assertThat(recall.since(incidents.get(id), 1).orElseThrow().sentence())
                    .isEqualTo("INC-3 had the same service while this is open.");

            hit(incidents, "private", true, "mail", Cause.SLOW_QUERY);
            hit(incidents, "first", false, "mail", Cause.SLOW_QUERY);
            hit(incidents, "second", false, "mail", Cause.SLOW_QUERY);

            assertThat(recall.since(incidents.get(id), 1).orElseThrow().sentence())
                    .isEqualTo("INC-5 and INC-6 had the same cause while this is open.");
            hit(incidents, "third", false, "mail", Cause.SLOW_QUERY);
            hit(incidents, "fourth", false, "mail", Cause.SLOW_QUERY);
            assertThat(recall.since(incidents.get(id), 1).orElseThrow().sentence())
                    .isEqualTo("INC-5, INC-6, INC-7 and 1 more had the same cause while this is open.");
        }
    }

    private void hit(JdbiIncidents incidents, String origin, boolean isPrivate, String service, Cause cause) {
        Declaration said = new Declaration(
                        origin, Severity.SEV3, ANN, Map.of(), Optional.empty(), isPrivate, false, origin, "")
                .hitting(List.of(service));
        because(
                incidents,
                incidents
                        .declare(origin, fresh -> Declaring.declare(fresh, said, now))
                        .id(),
                cause);
    }

    private void because(JdbiIncidents incidents, IncidentId id, Cause cause) {
        incidents.change(
                id,
                Optional.empty(),
                found -> Diagnosing.because(found, new Diagnosis(List.of(cause), List.of()), ANN, now));
    }

    private Claim reminder(JdbiPromises promises) {
        return promises.claim(now, LEASE, 100).stream()
                .filter(one -> one.promise().chore() == Chore.REMIND)
                .findFirst()
                .orElseThrow();
    }

    private Recall recall(Database database, JdbiIncidents incidents) {
        return new Recall(
                new JdbiArchive(database),
                incidents,
                new JdbiTimelines(database, () -> now),
                new JdbiReviews(database, () -> now));
    }

    /** Slack itself is what we do not own. */
    private static Chat chat() {
        Chat chat = mock(Chat.class);
        when(chat.direct(any())).thenReturn(new ChannelId("D0BOB"));
        when(chat.post(any(), any(), anyString(), anyBoolean()))
                .thenReturn(new MessageRef(new ChannelId("D0BOB"), "1.000001"));
        return chat;
    }

    private IncidentId withItems(JdbiIncidents incidents, int count) {
        Declaration said = new Declaration(
                        "checkout is down", Severity.SEV3, ANN, Map.of(), Optional.empty(), false, false, "origin", "")
                .hitting(List.of("shop"));
        IncidentId id = incidents
                .declare("origin", fresh -> Declaring.declare(fresh, said, now))
                .id();
        for (int index = 0; index < count; index++) {
            Instant due = now.plus(Duration.ofMinutes(60L - index));
            incidents.change(id, Optional.empty(), found -> {
                ActionItem item = FollowingUp.next(found, "Deed", BOB, due, ZoneOffset.UTC, Priority.HIGH);
                return FollowingUp.add(found, item, new Actor(BOB, "bob"), new Actor(BOB, "bob"), RULE, now);
            });
        }
        return id;
    }
}
