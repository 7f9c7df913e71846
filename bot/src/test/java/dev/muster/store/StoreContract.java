package dev.muster.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.desk.Claim;
import dev.muster.desk.Inbox.Letter;
import dev.muster.desk.Incidents.Which;
import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.Actor;
import dev.muster.incident.Bringing;
import dev.muster.incident.Catalogue;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Chore;
import dev.muster.incident.Criterion;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Entry;
import dev.muster.incident.Finishing;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Handbook;
import dev.muster.incident.Handbook.PressRule;
import dev.muster.incident.Handbook.ReminderRule;
import dev.muster.incident.Handbook.RoleRule;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Handbook.WatchRule;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Link;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import dev.muster.incident.Watch;
import dev.muster.review.Postmortem;
import dev.muster.review.Section;
import dev.muster.review.Writing;
import dev.muster.runbook.Acting;
import dev.muster.runbook.Action;
import dev.muster.runbook.Order;
import dev.muster.runbook.Outcome;
import dev.muster.runbook.Parameter;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Setup;
import dev.muster.runbook.Step;
import dev.muster.runbook.Upkeep;
import dev.muster.runbook.Walking;
import dev.muster.timeline.Row;
import dev.muster.timeline.Verification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database must do. Each has a subclass that only opens it. */
abstract class StoreContract {

    static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");
    static final Duration LEASE = Duration.ofMinutes(1);
    static final Actor ANN = new Actor(new UserId("U0ANN"), "ann");
    static final ChannelId ROOM = new ChannelId("C0ROOM");
    static final Handbook HANDBOOK = handbook();

    Location location;
    Database database;
    JdbiIncidents incidents;
    JdbiTimelines timelines;
    JdbiPromises promises;
    JdbiInbox inbox;
    JdbiRuns runs;
    private JdbiTrials trials;
    private Instant now = NOON;
    JdbiPosts posts;

    abstract Location emptyDatabase() throws Exception;

    @BeforeEach
    void open() throws Exception {
        location = emptyDatabase();
        database = Database.open(location);
        incidents = new JdbiIncidents(database, () -> NOON);
        timelines = new JdbiTimelines(database, () -> NOON);
        promises = new JdbiPromises(database);
        inbox = new JdbiInbox(database, () -> NOON);
        runs = new JdbiRuns(database, () -> now);
        trials = new JdbiTrials(database, () -> now);
        posts = new JdbiPosts(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void numbersIncidentsFromOne() {
        assertThat(declare("a").id()).isEqualTo(new IncidentId(1));
        assertThat(declare("b").id()).isEqualTo(new IncidentId(2));
    }

    @Test
    void declaresOnceForOneRequest() {
        Incident first = declare("same");

        Incident second = declare("same");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(incidents.list(Which.ALL)).hasSize(1);
    }

    @Test
    void declaresOnceForOneRequestThatComesManyTimesAtOnce() throws Exception {
        atOnce(20, index -> declare("same"));

        assertThat(incidents.list(Which.ALL)).hasSize(1);
    }

    @Test
    void readsBackEverythingThatWasWritten() {
        IncidentId id = open(declare("a")).id();
        incidents.change(
                id, Optional.empty(), read -> Responding.update(read, "5xx", Optional.empty(), ANN, HANDBOOK, NOON));
        ActionItem item = FollowingUp.next(
                incidents.get(id), "alert", ANN.id(), NOON.plusSeconds(9), ZoneId.of("Asia/Kolkata"), Priority.HIGH);

        Incident written = incidents.change(
                id, Optional.empty(), read -> FollowingUp.add(read, item, ANN, ANN, HANDBOOK.reminders(), NOON));

        assertThat(incidents.get(id))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(written);
        assertThat(incidents.findByChannel(ROOM)).map(Incident::id).contains(id);
    }

    @Test
    void undoesAChangeThatIsRefusedHalfWay() {
        IncidentId id = declare("a").id();

        assertThatThrownBy(() -> incidents.change(id, Optional.empty(), read -> {
                    throw new Refusal("no");
                }))
                .isInstanceOf(Refusal.class);

        assertThat(rows(id)).hasSize(1);
        assertThat(declare("b").id()).isEqualTo(new IncidentId(2));
    }

    @Test
    void carriesARequestOutOnce() {
        IncidentId id = declare("a").id();
        Optional<String> origin = Optional.of("trigger-1");

        incidents.change(id, origin, read -> Responding.remark(read, Kind.NOTE, "seen", Optional.empty(), ANN, NOON));
        incidents.change(id, origin, read -> Responding.remark(read, Kind.NOTE, "seen", Optional.empty(), ANN, NOON));

        assertThat(rows(id)).hasSize(2);
    }

    @Test
    void writesAFactOnceAndLeavesNoGap() {
        IncidentId id = declare("a").id();
        Entry said = message("1700000000.000100", "hello");

        int first = incidents.record(id, List.of(said, said));
        int second = incidents.record(id, List.of(said, message("1700000000.000200", "again")));

        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(1);
        assertThat(rows(id)).extracting(Row::seq).containsExactly(1L, 2L, 3L);
    }

    @Test
    void chainsTheRowsOfManyWritersAtOnce() throws Exception {
        IncidentId id = declare("a").id();

        atOnce(40, index -> incidents.record(id, List.of(message("1700000000.0001" + (10 + index), "m" + index))));

        Verification verification = new Verification();
        timelines.each(id, verification::next);
        verification.end(timelines.head(id));
        assertThat(rows(id)).hasSize(41);
        assertThat(verification.firstBad()).isEmpty();
    }

    @Test
    void findsARowThatWasChangedBehindItsBack() {
        IncidentId id = declare("a").id();
        incidents.record(id, List.of(message("1700000000.000100", "hello"), message("1700000000.000200", "world")));

        database.write(handle -> handle.execute("UPDATE timeline SET text = 'hullo' WHERE seq = 2"));

        Verification verification = new Verification();
        timelines.each(id, verification::next);
        assertThat(verification.firstBad()).contains(2L);
    }

    @Test
    void losesNoChangeOfManyAtOnce() throws Exception {
        IncidentId id = open(declare("a")).id();

        atOnce(
                30,
                index -> incidents.change(
                        id,
                        Optional.empty(),
                        read -> FollowingUp.add(
                                read,
                                FollowingUp.next(
                                        read,
                                        "item " + index,
                                        ANN.id(),
                                        NOON.plusSeconds(60),
                                        ZoneId.of("UTC"),
                                        Priority.LOW),
                                ANN,
                                ANN,
                                HANDBOOK.reminders(),
                                NOON)));

        assertThat(incidents.get(id).actions()).hasSize(30);
        assertThat(incidents.get(id).actions()).extracting(ActionItem::number).doesNotHaveDuplicates();
    }

    @Test
    void listsByStage() {
        Incident closed = open(declare("a"));
        declare("b");
        incidents.change(
                closed.id(),
                Optional.empty(),
                read -> Finishing.resolve(read, Optional.empty(), ANN, HANDBOOK, NOON, NOON));
        incidents.change(
                closed.id(), Optional.empty(), read -> Finishing.close(read, Optional.empty(), ANN, handbook(), NOON));

        assertThat(incidents.list(Which.ACTIVE)).extracting(Incident::stage).containsExactly(Stage.DETECTED);
        assertThat(incidents.list(Which.ALL)).hasSize(2);
    }

    @Test
    void awaitsNoChannelThatCannotBeOpened() {
        declare("a");

        promises.claim(NOON, LEASE, 10).forEach(claim -> promises.giveUp(claim, "missing_scope"));

        assertThat(incidents.awaitsChannel()).isFalse();
    }

    @Test
    void startsARunOnceForOneRequest() {
        IncidentId id = open(declare("a")).id();
        Runbook book = book("aaaaaaaaaaaa", "Look");

        runs.start(id, "one", book, (read, number) -> Walking.start(read, number, book, ANN, NOON));
        Run again = runs.start(id, "one", book, (read, number) -> Walking.start(read, number, book, ANN, NOON));

        assertThat(again.number()).isEqualTo(1);
        assertThat(runs.list(id)).hasSize(1);
    }

    @Test
    void countsNoAttemptInWhichNothingWasTried() {
        declare("a");
        List<Claim> claims = promises.claim(NOON, LEASE, 10);

        claims.forEach(claim -> promises.untried(claim, NOON, "the channel is busy"));

        assertThat(promises.claim(NOON, LEASE, 10)).hasSize(2).noneMatch(Claim::isRetry);
    }

    @Test
    void knowsWhetherAChannelIsStillToBeOpened() {
        Incident declared = declare("a");
        assertThat(incidents.awaitsChannel()).isTrue();

        open(declared);
        promises.claim(NOON, LEASE, 10).forEach(promises::kept);

        assertThat(incidents.awaitsChannel()).isFalse();
    }

    @Test
    void givesAPromiseToOneOfManyClaimants() throws Exception {
        declare("a");

        List<List<Claim>> claims = atOnce(8, index -> promises.claim(NOON, LEASE, 10));

        assertThat(claims.stream().flatMap(List::stream).map(claim -> claim.promise()
                        .chore()))
                .containsExactlyInAnyOrder(Chore.OPEN_CHANNEL, Chore.ANNOUNCE);
        assertThat(promises.claim(NOON.plus(LEASE), LEASE, 10)).hasSize(2).allMatch(Claim::isRetry);
    }

    @Test
    void holdsAClaimForLongerUntilAnotherHasIt() {
        declare("a");
        List<Claim> mine = promises.claim(NOON, LEASE, 10);
        assertThat(mine).isNotEmpty().allMatch(claim -> promises.extend(claim, NOON.plus(LEASE.multipliedBy(2))));

        assertThat(promises.claim(NOON.plus(LEASE), LEASE, 10)).isEmpty();
        assertThat(promises.claim(NOON.plus(LEASE.multipliedBy(2)), LEASE, 10)).hasSameSizeAs(mine);
        assertThat(mine).noneMatch(claim -> promises.extend(claim, NOON.plus(LEASE.multipliedBy(9))));
    }

    /** The clock may have been put forward by hours while it is being worked on. */
    @Test
    void doesNotTakeASecondTimeWhatIsInHand() {
        declare("a");
        Set<String> names = promises.claim(NOON, LEASE, 10).stream()
                .map(claim -> claim.promise().name())
                .collect(Collectors.toSet());

        assertThat(promises.claim(NOON.plus(LEASE.multipliedBy(99)), LEASE, 10, names))
                .isEmpty();
    }

    @Test
    void keepsTheOrderOfALane() {
        IncidentId id = open(declare("a")).id();
        List<Chore> kept = new ArrayList<>();

        for (Optional<Claim> next = next(id); next.isPresent(); next = next(id)) {
            kept.add(next.get().promise().chore());
            promises.kept(next.get());
        }

        assertThat(kept)
                .containsExactly(
                        Chore.OPEN_CHANNEL,
                        Chore.CARD,
                        Chore.TOPIC,
                        Chore.BOOKMARKS,
                        Chore.INVITE,
                        Chore.SERVICES,
                        Chore.SIMILAR);
    }

    @Test
    void keepsTheOrderOfALaneThoughNoLineWasWrittenInBetween() {
        IncidentId id = open(declare("a")).id();

        incidents.change(id, Optional.empty(), read -> Change.none(read).promising(Chore.ARCHIVE, NOON));

        List<Chore> kept = new ArrayList<>();
        for (Optional<Claim> next = next(id); next.isPresent(); next = next(id)) {
            kept.add(next.get().promise().chore());
            promises.kept(next.get());
        }
        assertThat(kept).contains(Chore.TOPIC).endsWith(Chore.ARCHIVE);
    }

    @Test
    void readsBackHowItEnded() {
        IncidentId original = open(declare("a")).id();
        IncidentId id = declare("b").id();

        Incident written = incidents.change(
                id, Optional.empty(), read -> Finishing.duplicate(read, incidents.get(original), ANN, NOON));

        assertThat(incidents.get(id).conduct()).isEqualTo(written.conduct());
        assertThat(incidents.get(id).standing()).isEqualTo("duplicate of INC-1");
    }

    @Test
    void findsALineByItsKeyAndKeyMomentsByTheirKind() {
        IncidentId id = open(declare("a")).id();
        IncidentId other = declare("b").id();
        Link link = new Link("https://a.example", "A");
        incidents.change(id, Optional.of("first"), read -> Bringing.link(read, link, ANN, NOON));
        incidents.change(id, Optional.of("second"), read -> Bringing.link(read, link, ANN, NOON));
        incidents.change(
                id, Optional.of("third"), read -> Responding.remark(read, Kind.NOTE, "x", Optional.empty(), ANN, NOON));

        assertThat(timelines.find(id, "second"))
                .get()
                .extracting(row -> row.entry().kind())
                .isEqualTo(Kind.LINK);
        assertThat(timelines.find(id, "fourth")).isEmpty();
        assertThat(timelines.find(other, "second")).isEmpty();
        assertThat(timelines.keyMoments(id, Kind.LINK))
                .extracting(row -> row.entry().origin().source().orElse(""))
                .containsExactly("first", "second");
        assertThat(timelines.keyMoments(other, Kind.LINK)).isEmpty();
    }

    @Test
    void letsALaneWaitForItsFirstAndNoOtherLane() {
        IncidentId id = open(declare("a")).id();
        Claim first = next(id).orElseThrow();

        promises.later(first, NOON.plusSeconds(30), "Slack is down");

        assertThat(next(id)).isEmpty();
        assertThat(promises.claim(NOON, LEASE, 10))
                .extracting(claim -> claim.promise().lane())
                .containsExactlyInAnyOrder("lobby", "history:INC-1");
        assertThat(promises.nextDue(NOON.plusSeconds(1))).contains(NOON.plusSeconds(30));
    }

    /** What was promised before what is in hand, and becomes due while it is, waits for it all the same. */
    @Test
    void letsNobodyIntoALaneInWhichSomebodyWorks() {
        Instant later = NOON.plusSeconds(60);
        Promise early = new Promise(declare("a").id(), Chore.REMIND, "1", "@ann", later);
        Promise due = new Promise(declare("b").id(), Chore.REMIND, "1", "@ann", NOON);
        promise(early);
        promise(due);
        Claim inHand = ofAnn(promises.claim(NOON, LEASE, 50)).get(0);
        assertThat(inHand.promise().incident()).isEqualTo(due.incident());
        promises.extend(inHand, later.plusSeconds(30));

        assertThat(ofAnn(promises.claim(later, LEASE, 50))).isEmpty();
        promises.kept(inHand);
        assertThat(ofAnn(promises.claim(later, LEASE, 50)))
                .extracting(claim -> claim.promise().incident())
                .containsExactly(early.incident());
    }

    private void promise(Promise promise) {
        incidents.change(
                promise.incident(), Optional.empty(), read -> Change.to(read).promising(promise));
    }

    private static List<Claim> ofAnn(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.promise().lane().equals("@ann"))
                .toList();
    }

    /** What was due by the wrong clock, and put off by it, does not wait until the right one says the same. */
    @Test
    void waitsForNoMomentThatAWrongClockNamed() {
        Instant wrong = NOON.plusSeconds(3600);
        incidents.change(
                declare("a").id(), Optional.empty(), read -> Declaring.opened(read, ROOM, "inc-1", HANDBOOK, wrong));
        List<Claim> before = promises.claim(wrong, LEASE, 10);
        before.forEach(claim -> promises.later(claim, wrong.plusSeconds(30), "Slack is down"));
        assertThat(promises.claim(NOON, LEASE, 10)).isEmpty();

        promises.clockWentBack(NOON, wrong);

        List<Claim> claims = promises.claim(NOON, LEASE, 10);
        assertThat(claims)
                .as("the same messages as before")
                .extracting(Claim::key)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(Claim::key).toList());
        claims.forEach(promises::kept);
        assertThat(promises.nextDue(NOON))
                .as("what was not due yet keeps its time")
                .isPresent();
    }

    /** By the second clock that was wrong it was not due yet either, but it had been due by the first. */
    @Test
    void waitsForNoMomentThatTwoWrongClocksNamed() {
        Instant wrong = NOON.plusSeconds(7200);
        Instant lessWrong = NOON.plusSeconds(3600);
        incidents.change(
                declare("a").id(), Optional.empty(), read -> Declaring.opened(read, ROOM, "inc-1", HANDBOOK, wrong));
        List<String> due =
                promises.claim(wrong, LEASE, 10).stream().map(Claim::key).toList();
        promises.freeAll();
        promises.clockWentBack(lessWrong, wrong);
        List<Claim> tried = promises.claim(lessWrong, LEASE, 10).stream()
                .filter(claim -> claim.promise().due().equals(wrong))
                .limit(1)
                .toList();
        tried.forEach(claim -> promises.later(claim, lessWrong.plusSeconds(30), "Slack is down"));
        promises.freeAll();

        promises.clockWentBack(NOON, lessWrong);

        assertThat(tried).hasSize(1);
        assertThat(promises.claim(NOON, LEASE, 10))
                .as("what was tried in vain, and what was not tried")
                .extracting(Claim::key)
                .containsExactlyInAnyOrderElementsOf(due);
    }

    /** Somebody snoozed it while it was being said, in vain. */
    @Test
    void comesBackToWhatWasPromisedAnewAtItsNewTime() {
        IncidentId id = open(declare("a")).id();
        Claim card = next(id).orElseThrow();
        Instant later = NOON.plusSeconds(3600);
        incidents.change(id, Optional.empty(), read -> Change.none(read)
                .promising(new Promise(
                        id,
                        card.promise().chore(),
                        card.promise().subject(),
                        card.promise().lane(),
                        later)));

        promises.later(card, NOON.plusSeconds(1), "Slack is down");

        assertThat(promises.claim(NOON.plusSeconds(2), LEASE, 10))
                .extracting(claim -> claim.promise().chore())
                .doesNotContain(card.promise().chore());
        assertThat(promises.claim(later, LEASE, 100))
                .extracting(claim -> claim.promise().chore())
                .contains(card.promise().chore());
    }

    @Test
    void keepsEveryVersionOfAPostmortemAndCountsARequestOnce() {
        JdbiReviews reviews = new JdbiReviews(database, () -> NOON);
        IncidentId id = open(declare("a")).id();
        incidents.change(
                id, Optional.empty(), read -> Finishing.resolve(read, Optional.empty(), ANN, HANDBOOK, NOON, NOON));
        Postmortem untouched = reviews.get(id);

        Postmortem first = reviews.change(
                id,
                "w1",
                (found, latest) ->
                        Writing.write(found, latest, Map.of(Section.CAUSES, "A leak"), untouched, ANN, NOON));
        Postmortem again = reviews.change(
                id,
                "w1",
                (found, latest) -> Writing.write(found, latest, Map.of(Section.CAUSES, "Else"), latest, ANN, NOON));
        Postmortem second = reviews.change(
                id,
                "w2",
                (found, latest) -> Writing.write(found, latest, Map.of(Section.LUCK, "Night"), latest, ANN, NOON));

        assertThat(untouched.version()).isZero();
        assertThat(again).isEqualTo(first);
        assertThat(reviews.get(id)).isEqualTo(second);
        assertThat(second.texts()).isEqualTo(Map.of(Section.CAUSES, "A leak", Section.LUCK, "Night"));
        assertThat(reviews.version(id, 1)).contains(first);
        assertThat(reviews.version(id, 9)).isEmpty();
        assertThat(timelines.page(id, 0, 100))
                .filteredOn(row -> row.entry().kind() == Kind.POSTMORTEM)
                .hasSize(2);
    }

    @Test
    void knowsTheProcessesThatShareIt() {
        JdbiProcesses processes = new JdbiProcesses(database);
        processes.seen(new JdbiProcesses.Running("b/2", "1", NOON, NOON));
        processes.seen(new JdbiProcesses.Running("a/1", "1", NOON, NOON));
        processes.seen(new JdbiProcesses.Running("a/1", "2", NOON, NOON.plusSeconds(10)));
        processes.seen(new JdbiProcesses.Running("c/3", "1", NOON, NOON.plusSeconds(10)));
        processes.left("c/3");

        assertThat(processes.all(NOON.minusMillis(1)))
                .containsExactly(
                        new JdbiProcesses.Running("a/1", "2", NOON, NOON.plusSeconds(10)),
                        new JdbiProcesses.Running("b/2", "1", NOON, NOON));
        assertThat(processes.all(NOON)).extracting(JdbiProcesses.Running::name).containsExactly("a/1");
    }

    @Test
    void goesOnBehindWhatWasGivenUp() {
        IncidentId id = open(declare("a")).id();
        Claim first = next(id).orElseThrow();

        promises.giveUp(first, "it cannot be");

        assertThat(next(id).map(claim -> claim.promise().chore())).contains(Chore.CARD);
        assertThat(promises.backlog(NOON).givenUp()).isEqualTo(1);
    }

    @Test
    void doesNotForgetAPromiseThatWasMadeAgainMeanwhile() {
        IncidentId id = open(declare("a")).id();
        next(id).ifPresent(promises::kept);
        Claim card = next(id).orElseThrow();
        incidents.change(id, Optional.empty(), read -> Change.none(read).promising(Chore.CARD, NOON));

        promises.kept(card);

        assertThat(claimAll(NOON)).contains(Chore.CARD);
    }

    @Test
    void takesNoWordFromAWorkerWhoseTimeIsOver() {
        IncidentId id = open(declare("a")).id();
        Claim frozen = next(id).orElseThrow();
        Instant later = NOON.plus(LEASE).plusSeconds(1);
        Claim other = promises.claim(later, LEASE, 10).stream()
                .filter(claim -> claim.promise().lane().equals(id.toString()))
                .findFirst()
                .orElseThrow();

        promises.kept(frozen);
        promises.giveUp(frozen, "too late");

        assertThat(other.promise()).isEqualTo(frozen.promise());
        assertThat(promises.backlog(NOON).givenUp()).isZero();
        promises.kept(other);
        assertThat(next(id).map(claim -> claim.promise().chore())).contains(Chore.CARD);
    }

    @Test
    void withdrawsWhatIsNoLongerPromised() {
        IncidentId id = open(declare("a")).id();

        incidents.change(
                id, Optional.empty(), read -> Finishing.resolve(read, Optional.empty(), ANN, HANDBOOK, NOON, NOON));

        assertThat(promised(id)).doesNotContain(Chore.PROMPT, Chore.NUDGE);
    }

    @Test
    void keepsAnEventOnce() throws Exception {
        List<Boolean> kept = atOnce(20, index -> inbox.keep("Ev1", "{}", NOON).join());

        assertThat(kept).containsOnlyOnce(true);
        assertThat(inbox.depth().waiting()).isEqualTo(1);
    }

    @Test
    void worksAnEventInTogetherWithItsLinesAndRemembersIt() {
        IncidentId id = declare("a").id();
        inbox.keep("Ev1", "{\"text\":\"said\"}", NOON).join();
        List<Letter> letters = inbox.take(NOON, LEASE, 10);

        inbox.done(letters, Map.of(id, List.of(message("1700000000.000100", "said"))), NOON);

        assertThat(inbox.keep("Ev1", "{}", NOON).join()).isFalse();
        assertThat(inbox.take(NOON.plus(LEASE), LEASE, 10)).isEmpty();
        assertThat(rows(id)).extracting(row -> row.entry().text()).endsWith("said");
    }

    @Test
    void forgetsWhatAnEventSaidAndLaterThatItWas() {
        inbox.keep("Ev1", "{\"text\":\"said\"}", NOON).join();
        inbox.done(inbox.take(NOON, LEASE, 10), Map.of(), NOON);

        inbox.forget(NOON.minusSeconds(1), NOON.minusSeconds(1));
        assertThat(bodies()).containsOnly("{\"text\":\"said\"}");

        inbox.forget(NOON.plusSeconds(1), NOON.minusSeconds(1));
        assertThat(bodies()).containsOnly("");
        assertThat(inbox.keep("Ev1", "{}", NOON).join()).isFalse();

        inbox.forget(NOON.plusSeconds(1), NOON.plusSeconds(1));
        assertThat(inbox.keep("Ev1", "{}", NOON).join()).isTrue();
    }

    @Test
    void handsEventsOutAgainToBeReadByABetterReducer() {
        inbox.keep("Ev1", "{\"text\":\"said\"}", NOON).join();
        inbox.keep("Ev2", "{\"text\":\"forgotten\"}", NOON.minusSeconds(9)).join();
        inbox.done(inbox.take(NOON, LEASE, 1), Map.of(), NOON.minusSeconds(9));
        inbox.done(inbox.take(NOON, LEASE, 10), Map.of(), NOON);
        inbox.forget(NOON.minusSeconds(5), NOON.minusSeconds(60));

        assertThat(inbox.again()).isEqualTo(1);

        List<Letter> letters = inbox.take(NOON, LEASE, 10);
        assertThat(letters).extracting(Letter::eventId).containsExactly("Ev1");
        assertThat(letters).allMatch(Letter::again);
    }

    @Test
    void handsAnEventOutAgainWhenItCouldNotBeWorkedIn() {
        inbox.keep("Ev1", "{}", NOON).join();
        Letter letter = inbox.take(NOON, LEASE, 10).get(0);

        inbox.later(letter, NOON.plusSeconds(5), "trouble");

        assertThat(inbox.take(NOON.plusSeconds(4), LEASE, 10)).isEmpty();
        assertThat(inbox.take(NOON.plusSeconds(5), LEASE, 10))
                .extracting(Letter::attempts)
                .containsExactly(2);
    }

    @Test
    void tiesARunToTheVersionItWasStartedWith() {
        IncidentId id = open(declare("a")).id();
        Runbook old = book("aaaaaaaaaaaa", "Look");
        Run run = runs.start(id, "one", old, (read, number) -> Walking.start(read, number, old, ANN, NOON));
        Runbook changed = book("bbbbbbbbbbbb", "Look twice");
        runs.start(id, "two", changed, (read, number) -> Walking.start(read, number, changed, ANN, NOON));

        Run marked = runs.change(
                id, run.number(), (read, current) -> Walking.mark(read, current, old, "look", Outcome.DONE, ANN, NOON));

        assertThat(runs.version(marked.runbook(), marked.version())).isEqualTo(old);
        assertThat(runs.get(id, 1)).isEqualTo(marked);
        assertThat(runs.list(id)).hasSize(2);
        assertThat(runs.versions("disk"))
                .extracting(kept -> kept.version())
                .containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb");
    }

    @Test
    void keepsAVersionWhenItIsFirstSeenAndKnowsWhichWasInServiceLast() {
        Runbook old = book("aaaaaaaaaaaa", "Look");
        Runbook changed = book("bbbbbbbbbbbb", "Look twice");

        runs.keep(List.of(old));
        later(1);
        runs.keep(List.of(changed));
        later(2);
        runs.keep(List.of(old));

        assertThat(runs.last("disk")).contains(old);
        assertThat(runs.last("nothing")).isEmpty();
        assertThat(runs.version("disk", "bbbbbbbbbbbb")).isEqualTo(changed);
        assertThat(runs.versions("disk"))
                .extracting(kept -> kept.version())
                .containsExactly("aaaaaaaaaaaa", "bbbbbbbbbbbb");
    }

    @Test
    void keepsARunWithAllThatItWasToldAndAllThatWasDoneInIt() {
        IncidentId id = open(declare("a")).id();
        Runbook book = asking();
        Setup setup = new Setup(Map.of("host", "web-1"), Optional.of(new Setup.Caller(3, "call")), Optional.empty());
        runs.start(id, "one", book, (read, number) -> Walking.start(read, number, book, setup, ANN, NOON));
        Order order = new Order.Program(List.of("look"), Optional.empty(), Optional.empty());
        runs.change(
                id, 1, (read, run) -> Acting.want(read, run, book, "look", order, 0, Duration.ofMinutes(1), ANN, NOON));
        Run begun = runs.change(id, 1, (read, run) -> Acting.begin(read, run, book, "look", 1, "w1", NOON));

        assertThat(runs.get(id, 1)).isEqualTo(begun);
        assertThat(runs.all()).containsExactly(begun);
        assertThat(begun.setup().caller()).contains(new Setup.Caller(3, "call"));
        assertThat(begun.attempt("look").orElseThrow().worker()).contains("w1");
    }

    @Test
    void remembersTheLastTrialOfARunbook() {
        Runbook book = book("aaaaaaaaaaaa", "Look");

        trials.put(book, true, List.of("ok"));
        later(1);
        trials.put(book, false, List.of("failed"));

        assertThat(trials.last("disk")).hasValueSatisfying(last -> {
            assertThat(last.version()).isEqualTo("aaaaaaaaaaaa");
            assertThat(last.passed()).isFalse();
        });
        assertThat(trials.last("nothing")).isEmpty();
    }

    @Test
    void findsWhatWasPostedByNameAndByMessage() {
        IncidentId id = declare("a").id();
        MessageRef message = new MessageRef(ROOM, "1700000000.000100");

        posts.put(id, "card", message);

        assertThat(posts.find(id, "card")).contains(message);
        assertThat(posts.find(message).orElseThrow().name()).isEqualTo("card");
        assertThat(posts.find(new MessageRef(ROOM, "1.1"))).isEmpty();
    }

    private void later(long seconds) {
        now = now.plusSeconds(seconds);
    }

    private Incident declare(String origin) {
        Declaration said = new Declaration(
                "checkout is down", Severity.SEV2, ANN, Map.of(), Optional.empty(), false, false, origin, "");
        return incidents.declare(origin, id -> Declaring.declare(id, said, NOON));
    }

    private Incident open(Incident declared) {
        return incidents.change(
                declared.id(), Optional.empty(), read -> Declaring.opened(read, ROOM, "inc-1", HANDBOOK, NOON));
    }

    private Optional<Claim> next(IncidentId id) {
        List<Claim> claims = promises.claim(NOON, LEASE, 10);
        claims.stream()
                .filter(claim -> !claim.promise().lane().equals(id.toString()))
                .forEach(claim -> promises.later(claim, NOON, ""));
        return claims.stream()
                .filter(claim -> claim.promise().lane().equals(id.toString()))
                .findFirst();
    }

    private List<Chore> claimAll(Instant now) {
        List<Chore> all = new ArrayList<>();
        for (List<Claim> claims = promises.claim(now, LEASE, 50);
                !claims.isEmpty();
                claims = promises.claim(now, LEASE, 50)) {
            claims.forEach(claim -> all.add(claim.promise().chore()));
            claims.forEach(promises::kept);
        }
        return all;
    }

    private List<Chore> promised(IncidentId id) {
        return database.read(handle -> handle.createQuery("SELECT chore FROM promises WHERE incident_id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .map(Chore::valueOf)
                .list());
    }

    private List<String> bodies() {
        return database.read(handle ->
                handle.createQuery("SELECT body FROM inbox").mapTo(String.class).list());
    }

    private List<Row> rows(IncidentId id) {
        List<Row> rows = new ArrayList<>();
        timelines.each(id, rows::add);
        return rows;
    }

    private static Entry message(String ts, String text) {
        MessageRef ref = new MessageRef(ROOM, ts);
        return Entry.of(NOON, Kind.MESSAGE, ANN, text)
                .from(new Origin(Optional.of("message:" + ts), Optional.of(ref), Optional.empty()));
    }

    private static Runbook book(String version, String title) {
        Step step = new Step(
                "look", title, new Action.Check(), "", Optional.of("green"), Optional.empty(), Optional.empty());
        return new Runbook("disk", version, "Disk", List.of("@sre"), List.of(), List.of(step));
    }

    /** One that must be told something. */
    private static Runbook asking() {
        Runbook book = book("cccccccccccc", "Look");
        Parameter host = new Parameter(
                "host", Parameter.Type.TEXT, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        return new Runbook(
                book.id(),
                book.version(),
                book.title(),
                List.of(),
                List.of(),
                book.steps(),
                Upkeep.UNKNOWN,
                List.of(),
                List.of(host));
    }

    private static Handbook handbook() {
        SeverityRule rule =
                new SeverityRule("bad", Duration.ofMinutes(30), Duration.ofMinutes(5), List.of("CTO"), List.of());
        RoleRule role = new RoleRule(List.of("lead"), "may stop anything", List.of());
        return new Handbook(
                Map.of(Severity.SEV1, rule, Severity.SEV2, rule, Severity.SEV3, rule),
                Map.of(Role.IC, role, Role.TECH, role, Role.COMMS, role),
                Duration.ofMinutes(5),
                Map.of(
                        Criterion.UNCLEAR, Duration.ofMinutes(30),
                        Criterion.UNMITIGATED, Duration.ofMinutes(15),
                        Criterion.LASTING, Duration.ofHours(1),
                        Criterion.CRITICAL, Duration.ofMinutes(2),
                        Criterion.WATCHED, Duration.ofMinutes(2)),
                new ReminderRule(List.of(Duration.ofDays(1)), Duration.ofDays(1)),
                Catalogue.EMPTY,
                Set.of(),
                new PressRule(Duration.ofMinutes(5), Duration.ofMinutes(10)),
                Map.of(
                        Watch.STAGE,
                        new WatchRule(Duration.ofHours(1), "Is the stage right?"),
                        Watch.SILENCE,
                        new WatchRule(Duration.ofMinutes(45), "Is anybody there?"),
                        Watch.OPEN,
                        new WatchRule(Duration.ofDays(1), "Is it over?"),
                        Watch.UNCLOSED,
                        new WatchRule(Duration.ofDays(1), "Is all on the record?"),
                        Watch.MEETING,
                        new WatchRule(Duration.ofHours(24), "When is it talked over?"),
                        Watch.REVIEW,
                        new WatchRule(Duration.ofDays(2), "What was learned?")));
    }

    private static <T> List<T> atOnce(int count, Numbered<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> calls = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(index -> () -> work.call(index))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Work that knows which of many it is. */
    private interface Numbered<T> {
        T call(int index) throws Exception;
    }
}
