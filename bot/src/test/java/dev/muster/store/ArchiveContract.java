package dev.muster.store;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.NOW;
import static dev.muster.incident.Samples.REMINDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.desk.Search.Query;
import dev.muster.incident.ActionItem;
import dev.muster.incident.ActionItem.Priority;
import dev.muster.incident.Assessing;
import dev.muster.incident.Cadence;
import dev.muster.incident.Cause;
import dev.muster.incident.Change;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Declaration;
import dev.muster.incident.Declaring;
import dev.muster.incident.Diagnosing;
import dev.muster.incident.Diagnosis;
import dev.muster.incident.Ending;
import dev.muster.incident.Entry;
import dev.muster.incident.Finishing;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Impact;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Responding;
import dev.muster.incident.Severity;
import dev.muster.incident.Tag;
import dev.muster.insight.Case;
import dev.muster.insight.Mark;
import dev.muster.insight.Period;
import dev.muster.review.Postmortem;
import dev.muster.review.Section;
import dev.muster.review.Span;
import dev.muster.review.Writing;
import dev.muster.timeline.RowNumbers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of incidents is what stands in them. Each database has a subclass that only opens it. */
abstract class ArchiveContract {

    private static final List<String> TABLES = List.of("cases", "case_items", "case_marks");

    @TempDir
    Path folder;

    Database database;
    JdbiIncidents incidents;
    JdbiTimelines timelines;
    JdbiReviews reviews;
    JdbiArchive archive;
    Instant now = NOW;

    abstract Location emptyDatabase(String name);

    @BeforeEach
    void open() {
        database = Database.open(emptyDatabase("first"));
        incidents = new JdbiIncidents(database, () -> now);
        timelines = new JdbiTimelines(database, () -> now);
        reviews = new JdbiReviews(database, () -> now);
        archive = new JdbiArchive(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void followsAnIncidentFromItsDeclarationToItsEnd() {
        IncidentId id = declare("Checkout is down", false);
        pass(Duration.ofMinutes(10));
        change(id, found -> Responding.update(found, "We look", Optional.empty(), ANN, HANDBOOK, now));
        pass(Duration.ofMinutes(70));
        change(id, found -> Finishing.resolve(found, Optional.of("restarted"), ANN, HANDBOOK, now, now));
        pass(Duration.ofMinutes(5));
        change(id, found -> Finishing.close(found, Optional.empty(), ANN, HANDBOOK, now));

        Case closed = only(id);

        assertThat(closed.isOver()).isTrue();
        assertThat(closed.closedAt()).contains(now);
        assertThat(closed.isReal()).isTrue();
        assertThat(closed.times().took(Span.RECOVERY))
                .hasValue(Duration.ofMinutes(80).toMillis());
        assertThat(closed.times().took(Span.MITIGATION))
                .hasValue(Duration.ofMinutes(80).toMillis());
        assertThat(closed.times().took(Span.ACKNOWLEDGEMENT)).isEmpty();
        assertThat(closed.cadence()).isEqualTo(new Cadence(3, 2));

        change(id, found -> Finishing.reopen(found, "it is back", ANN, HANDBOOK, now));
        assertThat(only(id).closedAt()).isEmpty();
        assertThat(only(id).isOver()).isFalse();
        change(id, found -> Finishing.cancel(found, "it is not", ANN, now));
        assertThat(only(id).ending()).contains(Ending.Cause.CANCELLED);
        assertThat(only(id).isReal()).isFalse();
    }

    @Test
    void knowsServicesCausesAndItems() {
        IncidentId id = declare("Checkout is down", true);
        story(id);

        Case one = only(id);

        assertThat(one.isPrivate()).isTrue();
        assertThat(one.services()).containsExactly("Checkout", "orders db");
        assertThat(one.causes()).containsExactly(Cause.CONNECTION_POOL);
        assertThat(one.items()).isEqualTo(new Case.Items(1, 1, 0, 0));
        assertThat(archive.openItems()).singleElement().satisfies(item -> assertThat(item.given())
                .isEqualTo(NOW.plusSeconds(60)));
        List<Case> streamed = new ArrayList<>();
        archive.each(Period.last(Duration.ofDays(1), now), streamed::add);
        assertThat(streamed).singleElement().satisfies(each -> {
            assertThat(each.items()).isEqualTo(one.items());
            assertThat(each.cadence()).isEqualTo(one.cadence());
            assertThat(each.times()).isEqualTo(one.times());
            assertThat(each.causes()).isEqualTo(one.causes());
            assertThat(each.isPrivate()).isTrue();
            assertThat(each.drill()).isFalse();
        });
        assertThat(archive.newest(Mark.service("ORDERS DB"), 5)).containsExactly(id);
        assertThat(archive.newest(Mark.tag("black-friday"), 5)).containsExactly(id);
        assertThat(archive.newest(Mark.word("leak"), 5)).containsExactly(id);
        assertThat(archive.marks(List.of(id), List.of(Mark.word("pool"), Mark.word("kafka"))))
                .isEqualTo(Map.of(id, Set.of(Mark.word("pool"))));
        assertThat(archive.frequencies(List.of(Mark.cause("connection-pool"), Mark.word("kafka")), 9))
                .isEqualTo(Map.of(Mark.cause("connection-pool"), 1L, Mark.word("kafka"), 0L));
    }

    /** Otherwise what was counted while it happened would differ from what a new program counts. */
    @Test
    void isWhatAnotherCountWouldGive() {
        for (int number = 0; number < 3; number++) {
            IncidentId id = declare("Incident " + number, number == 1);
            story(id);
            publish(id);
        }
        List<String> before = rows();

        database.write(handle -> {
            TABLES.forEach(table -> handle.execute("DELETE FROM " + table));
            Counted.all(handle);
            return true;
        });

        assertThat(before).hasSizeGreaterThan(60);
        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void changesWithTheIncidentOrNotAtAll() {
        IncidentId id = declare("Checkout is down", false);
        List<String> before = rows();

        assertThatThrownBy(() -> database.write(handle -> {
                    new Commits(() -> now)
                            .change(
                                    handle,
                                    id,
                                    Optional.empty(),
                                    found -> Diagnosing.because(
                                            found, new Diagnosis(List.of(Cause.NETWORK), List.of()), ANN, now));
                    assertThat(PlainTablesText.of(handle, "cases")).anyMatch(row -> row.contains("NETWORK"));
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        assertThat(rows()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void forgetsWhatIsTakenOffTheRecord() {
        IncidentId id = declare("Checkout is down", false);
        story(id);
        RowNumbers said = RowNumbers.of(timelines.page(id, 0, 100).stream()
                .filter(row -> row.entry().text().contains("leak")
                        || row.entry().data().containsKey("tags"))
                .map(row -> row.seq())
                .toList());
        assertThat(said.all()).hasSize(2);

        timelines.redact(id, said, rows -> Entry.ofBot(now, Kind.REDACTED, "Redacted"));

        assertThat(archive.newest(Mark.word("leak"), 5)).isEmpty();
        assertThat(archive.newest(Mark.tag("black-friday"), 5)).isEmpty();
        assertThat(incidents.get(id).conduct().diagnosis().tags()).containsExactly(new Tag("(redacted)"));
        assertThat(only(id).causes()).containsExactly(Cause.CONNECTION_POOL);
        assertThat(archive.newest(Mark.word("checkout"), 5)).containsExactly(id);
    }

    @Test
    void findsTheWordsOfAPostmortemOnceItIsPublishedAndWhileTheNextIsWritten() {
        IncidentId id = declare("Checkout is down", false);
        change(id, found -> Finishing.resolve(found, Optional.empty(), ANN, HANDBOOK, now, now));
        write(id, Section.CAUSES, "Hikari waited for Postgres");
        assertThat(archive.newest(Mark.paper("hikari"), 5)).isEmpty();

        reviews.change(id, "publish", (found, latest) -> Writing.publish(found, latest, BOB, now));
        write(id, Section.CAUSES, "Something else");
        change(id, found -> Diagnosing.because(found, new Diagnosis(List.of(), List.of(new Tag("x1"))), ANN, now));

        assertThat(archive.newest(Mark.paper("hikari"), 5)).containsExactly(id);
        assertThat(archive.newest(Mark.word("hikari"), 5)).containsExactly(id);
        assertThat(only(id).published()).contains(now);
        assertThat(archive.papers(query(Mark.tag("x1")), List.of("hik", "postg"), 5))
                .containsExactly(id);
        assertThat(archive.papers(query(Mark.tag("x2")), List.of("hik"), 5)).isEmpty();
        assertThat(archive.papers(query(Mark.tag("x1")), List.of("ikari"), 5)).isEmpty();
        assertThat(timelines.search(query(Mark.tag("x1")))).isNotEmpty();
        assertThat(timelines.search(query(Mark.tag("x2")))).isEmpty();
    }

    @Test
    void goesAlongWhenEverythingMoves() throws Exception {
        IncidentId id = declare("Checkout is down", false);
        story(id);
        Transfer.out(database, folder);
        try (Database other = Database.open(emptyDatabase("second"))) {
            Transfer.in(other, folder);

            assertThat(new JdbiArchive(other).get(List.of(id))).isEqualTo(archive.get(List.of(id)));
            assertThat(new JdbiArchive(other).newest(Mark.word("leak"), 5)).containsExactly(id);
        }
    }

    @Test
    void tellsThoseOfAPeriodApart() {
        declare("First", false);
        pass(Duration.ofDays(10));
        IncidentId second = declare("Second", false);
        List<IncidentId> seen = new ArrayList<>();

        archive.each(new Period(now, now.plusSeconds(1), "now"), each -> seen.add(each.incident()));
        archive.each(new Period(now.minusSeconds(1), now, "before"), each -> seen.add(each.incident()));

        assertThat(seen).containsExactly(second);
        assertThat(archive.count()).isEqualTo(2);
    }

    private static Query query(Mark mark) {
        return new Query(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Query.FIRST_PAGE,
                10,
                List.of(mark));
    }

    private void story(IncidentId id) {
        Impact impact = new Impact(
                "Carts are lost",
                Optional.of(9L),
                Optional.empty(),
                List.of("Checkout", "orders db"),
                Map.of(),
                false,
                Impact.Detail.NONE);
        change(id, found -> Assessing.impact(found, impact, ANN, HANDBOOK, now));
        change(
                id,
                found -> Responding.remark(
                        found, Kind.NOTE, "A job leaks pool connections", Optional.empty(), ANN, now));
        pass(Duration.ofSeconds(60));
        change(id, found -> item(found, "Watch the pool"));
        change(id, found -> item(found, "Test the job"));
        pass(Duration.ofSeconds(60));
        change(id, found -> FollowingUp.done(found, 1, BOB, now));
        change(id, found -> Finishing.resolve(found, Optional.of("It was restarted"), ANN, HANDBOOK, now, now));
        change(id, found -> Finishing.close(found, Optional.empty(), ANN, HANDBOOK, now));
        Diagnosis why = new Diagnosis(List.of(Cause.CONNECTION_POOL), List.of(new Tag("black-friday")));
        change(id, found -> Diagnosing.because(found, why, ANN, now));
    }

    private void publish(IncidentId id) {
        write(id, Section.CAUSES, "The pool was too small for " + id);
        reviews.change(id, "publish", (found, latest) -> Writing.publish(found, latest, BOB, now));
    }

    private void write(IncidentId id, Section section, String text) {
        Postmortem seen = reviews.get(id);
        reviews.change(
                id, text, (found, latest) -> Writing.write(found, latest, Map.of(section, text), seen, ANN, now));
    }

    private Change item(Incident found, String text) {
        ActionItem item =
                FollowingUp.next(found, text, BOB.id(), now.plus(Duration.ofDays(3)), ZoneOffset.UTC, Priority.HIGH);
        return FollowingUp.add(found, item, BOB, ANN, REMINDERS, now);
    }

    private IncidentId declare(String title, boolean isPrivate) {
        Declaration said =
                new Declaration(title, Severity.SEV2, ANN, Map.of(), Optional.empty(), isPrivate, false, title, "");
        IncidentId id = incidents
                .declare(title, next -> Declaring.declare(next, said, now))
                .id();
        change(id, found -> Declaring.opened(found, new ChannelId("C0" + id.number()), "inc", HANDBOOK, now));
        return id;
    }

    private void change(IncidentId id, Function<Incident, Change> decision) {
        incidents.change(id, Optional.empty(), decision);
    }

    private Case only(IncidentId id) {
        return archive.get(List.of(id)).get(0);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private List<String> rows() {
        return database.read(handle -> TABLES.stream()
                .flatMap(table -> PlainTablesText.of(handle, table).stream().map(row -> table + row))
                .toList());
    }
}
