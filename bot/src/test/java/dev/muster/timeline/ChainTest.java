package dev.muster.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainTest {

    private final List<Row> rows =
            Lines.rows(IntStream.rangeClosed(1, 6).mapToObj(ChainTest::entry).toList());

    @Test
    void beginsWithSixtyFourZeros() {
        assertThat(rows.get(0).previous()).isEqualTo("0".repeat(64));
        assertThat(rows.get(0).seq()).isEqualTo(1);
    }

    @Test
    void joinsEachRowToTheOneBefore() {
        for (int index = 1; index < rows.size(); index++) {
            assertThat(rows.get(index).previous()).isEqualTo(rows.get(index - 1).hash());
            assertThat(rows.get(index).seq()).isEqualTo(index + 1L);
        }
        assertThat(rows).extracting(Row::hash).doesNotHaveDuplicates().allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void hashesAlikeOnEveryMachineAndInEveryVersion() {
        Row first = Chain.EMPTY.append(entry(1), Instant.parse("2026-11-20T14:05:00.123Z"), "00ff");

        assertThat(first.seal().content())
                .isEqualTo("2175e0a566f6c43cdf75b69980855914703d977e6948c3d74f3cb21968ee0a60");
        assertThat(first.hash()).isEqualTo("1359243b5a2240974b4ccd05fd0f1262168a867cdf47898d34481fc721920d5a");
    }

    @Test
    void isCompleteWhenNothingWasTouched() {
        assertThat(firstBad(rows)).isEmpty();
    }

    static Stream<Named<UnaryOperator<Row>>> changes() {
        return Stream.of(
                changed("the text", entry -> with(entry, "other", entry.at(), entry.actor(), entry.origin())),
                changed(
                        "when",
                        entry -> with(entry, entry.text(), entry.at().plusMillis(1), entry.actor(), entry.origin())),
                changed(
                        "who",
                        entry -> with(
                                entry,
                                entry.text(),
                                entry.at(),
                                Optional.of(new Actor(new UserId("U0EVE"), "Ann")),
                                entry.origin())),
                changed(
                        "what they were called",
                        entry -> with(
                                entry,
                                entry.text(),
                                entry.at(),
                                Optional.of(new Actor(new UserId("U0ANN"), "Eve")),
                                entry.origin())),
                changed(
                        "that anybody said it",
                        entry -> with(entry, entry.text(), entry.at(), Optional.empty(), entry.origin())),
                changed("the message", entry -> with(entry, entry.text(), entry.at(), entry.actor(), Origin.NONE)),
                changed("a field", entry -> entry.with("to", "sev3")),
                changed("a new field", entry -> entry.with("more", true)),
                changed("the files", entry -> entry.with("files", List.of(Map.of("id", "F0OTHER")))),
                changed(
                        "the kind",
                        entry -> new Entry(
                                entry.at(),
                                Kind.DECISION,
                                entry.actor(),
                                entry.text(),
                                entry.data(),
                                entry.origin(),
                                entry.key(),
                                entry.told())),
                changed("whether it is a key moment", entry -> entry.asKey()),
                changed(
                        "which fact it is",
                        entry -> entry.from(new Origin(
                                Optional.of("message:99"),
                                entry.origin().message(),
                                entry.origin().threadTs()))),
                named(
                        "when it was written down",
                        row -> new Row(row.seq(), row.entry(), row.recordedAt().plusMillis(1), row.seal())),
                named("the number", row -> new Row(row.seq() + 1, row.entry(), row.recordedAt(), row.seal())),
                sealed("the salt", seal -> new Seal(Optional.of("00"), seal.content(), seal.hash(), seal.previous())),
                sealed("that there is a salt", Seal::open),
                sealed(
                        "the hash of what was said",
                        seal -> new Seal(seal.salt(), "0".repeat(64), seal.hash(), seal.previous())),
                sealed("the hash", seal -> new Seal(seal.salt(), seal.content(), "0".repeat(64), seal.previous())),
                sealed("the hash before", seal -> new Seal(seal.salt(), seal.content(), seal.hash(), "0".repeat(64))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void findsTheRowInWhichSomethingWasChanged(UnaryOperator<Row> change) {
        List<Row> touched = new ArrayList<>(rows);
        touched.set(2, change.apply(rows.get(2)));

        assertThat(firstBad(touched)).contains(3L);
    }

    @Test
    void findsARowThatWasWrittenAnewWithAHashThatFits() {
        Row third = rows.get(2);
        Row forged = new Chain(2, third.previous()).append(third.entry().with("to", "sev3"), third.recordedAt());
        List<Row> touched = new ArrayList<>(rows);
        touched.set(2, forged);

        assertThat(firstBad(touched)).contains(4L);
    }

    @Test
    void findsWhereARowWasTakenOut() {
        List<Row> touched = new ArrayList<>(rows);
        touched.remove(2);

        assertThat(firstBad(touched)).contains(3L);
    }

    @Test
    void findsARowThatWasPutIn() {
        List<Row> touched = new ArrayList<>(rows);
        touched.add(2, new Chain(2, rows.get(1).hash()).append(entry(99), Instant.EPOCH));

        assertThat(firstBad(touched)).contains(4L);
    }

    @Test
    void findsRowsThatChangedPlaces() {
        List<Row> touched = new ArrayList<>(rows);
        Collections.swap(touched, 1, 4);

        assertThat(firstBad(touched)).contains(2L);
    }

    @Test
    void findsRowsThatWereCutOffAtTheEnd() {
        assertThat(firstBad(rows.subList(0, 5))).contains(6L);
        assertThat(firstBad(rows.subList(0, 4))).contains(5L);
        assertThat(firstBad(List.of())).contains(1L);
    }

    @Test
    void namesOnlyTheFirstOfSeveralBadRows() {
        List<Row> touched = new ArrayList<>(rows);
        touched.remove(4);
        touched.remove(1);

        assertThat(firstBad(touched)).contains(2L);
    }

    @Test
    void findsARowThatLostItsTextWithoutAWord() {
        List<Row> touched = new ArrayList<>(rows);
        touched.set(2, rows.get(2).redacted());

        assertThat(firstBad(touched)).contains(3L);
    }

    @Test
    void findsARedactedRowInWhichSomethingIsSaidAllTheSame() {
        Row third = rows.get(2);
        List<Row> touched = new ArrayList<>(rows);
        touched.set(
                2, new Row(3, third.entry(), third.recordedAt(), third.seal().open()));

        assertThat(firstBad(touched)).contains(3L);
    }

    @Test
    void isCompleteWhenALineSaysWhatWasRedacted() {
        List<Row> redacted = new ArrayList<>(rows);
        redacted.set(2, rows.get(2).redacted());
        redacted.set(3, rows.get(3).redacted());
        Chain end = Chain.EMPTY.after(rows.get(5));
        Row line =
                end.append(Entry.ofBot(Instant.EPOCH, Kind.REDACTED, "Redacted").with("rows", "3-4"), Instant.EPOCH);
        redacted.add(line);

        Verification verification = new Verification();
        redacted.forEach(verification::next);
        verification.end(end.after(line));

        assertThat(verification.firstBad()).isEmpty();
        assertThat(verification.redacted()).isEqualTo(2);
    }

    @Test
    void tellsNobodyWhatWasSaidByTryingWordsAgainstTheHash() {
        Entry entry = entry(1);

        assertThat(Chain.EMPTY.append(entry, Instant.EPOCH).seal().content())
                .isNotEqualTo(Chain.EMPTY.append(entry, Instant.EPOCH).seal().content());
    }

    @Test
    void tellsHowFarEverythingIsAsItWasWritten() {
        Verification verification = new Verification();
        rows.subList(0, 3).forEach(verification::next);

        verification.next(rows.get(5));

        assertThat(verification.verified()).isEqualTo(new Chain(3, rows.get(2).hash()));
        assertThat(verification.firstBad()).contains(4L);
    }

    /** Walks the rows and compares the end with what the incident itself knows of its timeline. */
    private Optional<Long> firstBad(List<Row> touched) {
        Verification verification = new Verification();
        touched.forEach(verification::next);
        verification.end(Chain.EMPTY.after(rows.get(rows.size() - 1)));
        return verification.firstBad();
    }

    private static Entry entry(int number) {
        return new Entry(
                Instant.parse("2026-11-20T14:05:00Z").plusSeconds(number),
                Kind.MESSAGE,
                Optional.of(new Actor(new UserId("U0ANN"), "Ann")),
                "text " + number,
                Map.of("to", "sev1", "files", List.of(Map.of("id", "F0" + number))),
                new Origin(
                        Optional.of("message:" + number),
                        Optional.of(new MessageRef(new ChannelId("C0ROOM"), "170000000%d.000100".formatted(number))),
                        Optional.empty()),
                false,
                false);
    }

    private static Entry with(Entry entry, String text, Instant at, Optional<Actor> actor, Origin origin) {
        return new Entry(at, entry.kind(), actor, text, entry.data(), origin, entry.key(), entry.told());
    }

    private static Named<UnaryOperator<Row>> changed(String what, UnaryOperator<Entry> change) {
        return named(what, row -> new Row(row.seq(), change.apply(row.entry()), row.recordedAt(), row.seal()));
    }

    private static Named<UnaryOperator<Row>> sealed(String what, UnaryOperator<Seal> change) {
        return named(what, row -> new Row(row.seq(), row.entry(), row.recordedAt(), change.apply(row.seal())));
    }

    private static Named<UnaryOperator<Row>> named(String what, UnaryOperator<Row> change) {
        return Named.of(what, change);
    }
}
