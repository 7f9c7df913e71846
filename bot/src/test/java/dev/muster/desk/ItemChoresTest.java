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
import dev.muster.incident.ChannelId;
import dev.muster.incident.Chore;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.IncidentId;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import dev.muster.store.Database;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiPosts;
import dev.muster.store.JdbiPromises;
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

            new ItemChores(incidents, promises, desk, new JdbiPosts(database), chat(), RULE)
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

            new ItemChores(incidents, promises, desk, new JdbiPosts(database), chat, RULE)
                    .remind(incidents.get(id), head);

            assertThat(head.promise()).isNotEqualTo(alone.promise());
            assertThat(incidents.get(id).actions())
                    .filteredOn(item -> item.asked() == 0)
                    .extracting(item -> String.valueOf(item.number()))
                    .containsExactly(alone.promise().subject());
            Claim again = reminder(promises);
            assertThat(again.promise()).isEqualTo(alone.promise());
            assertThat(again.isRetry()).isTrue();
        }
    }

    private Claim reminder(JdbiPromises promises) {
        return promises.claim(now, LEASE, 100).stream()
                .filter(one -> one.promise().chore() == Chore.REMIND)
                .findFirst()
                .orElseThrow();
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
                "checkout is down", Severity.SEV3, ANN, Map.of(), Optional.empty(), false, false, "origin", "");
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
