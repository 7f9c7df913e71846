package dev.muster.review;

import dev.muster.incident.Actor;
import dev.muster.incident.Kind;
import dev.muster.incident.Milestone;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of the timeline as they are told in a paper: when it was, what was said, and which row says so. */
final class Lines {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int LONGEST = 400;

    private final Minutes minutes;

    Lines(Minutes minutes) {
        this.minutes = minutes;
    }

    /** What happened, without what was put right in the record afterwards. */
    Stream<Row> story() {
        return minutes.moments().stream()
                .filter(row -> row.entry().kind() != Kind.POSTMORTEM)
                .filter(row -> !row.entry().data().containsKey("milestone"));
    }

    Optional<Row> first(Kind kind) {
        return story().filter(row -> row.entry().kind() == kind).findFirst();
    }

    Optional<Row> last(Kind kind) {
        return story().filter(row -> row.entry().kind() == kind).reduce((one, other) -> other);
    }

    /** Who it was; where a line was written before the bot knew people's names, as later lines call them. */
    String who(Row row) {
        return row.entry().actor().map(this::name).map(Paper::line).orElse("Muster");
    }

    private String name(Actor actor) {
        return Stream.concat(minutes.moments().stream(), minutes.items().stream())
                .flatMap(row -> row.entry().actor().stream())
                .filter(other -> other.id().equals(actor.id()))
                .map(Actor::name)
                .filter(name -> !name.equals(actor.id().value()))
                .reduce((one, later) -> later)
                .orElse(actor.name());
    }

    /** When, what and where it stands, e.g. {@code 14:05:00 The pool is full (#12)}. */
    String told(Row row) {
        return "%s %s".formatted(moment(row.entry().at()), said(row));
    }

    static String said(Row row) {
        return "%s (%s)".formatted(words(row), number(row));
    }

    static String words(Row row) {
        return Paper.line(row.entry().text(), LONGEST);
    }

    static String number(Row row) {
        return "#" + row.seq();
    }

    /** The day only where it is not the first, and the zone once in the head of the paper. */
    String moment(Instant at) {
        ZonedDateTime there = at.atZone(minutes.zone());
        boolean isFirstDay = minutes.incident()
                .time(Milestone.BEGAN)
                .map(began -> began.atZone(minutes.zone()).toLocalDate().equals(there.toLocalDate()))
                .orElse(false);
        return isFirstDay ? CLOCK.format(there) : full(at);
    }

    String full(Instant at) {
        return DAY_AND_CLOCK.format(at.atZone(minutes.zone()));
    }
}
