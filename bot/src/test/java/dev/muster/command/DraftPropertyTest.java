package dev.muster.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Person;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Milestone;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.review.Document;
import dev.muster.review.Edited;
import dev.muster.review.Evidence;
import dev.muster.review.Section;
import dev.muster.review.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever people do in an incident, in whatever order and with whatever times: the times of its draft are ordered, its
 * durations add up, every row that it points to exists, and what is given back unedited changes nothing.
 */
class DraftPropertyTest {

    private static final int INCIDENTS = Integer.getInteger("drafts", 6);
    private static final long SEED = Long.getLong("prove.seed", 1);
    private static final int DEEDS = 40;
    private static final List<Person> PEOPLE = List.of(CommandRig.ANN, CommandRig.BOB, CommandRig.EVE);
    private static final Pattern TIME =
            Pattern.compile("(?m)^\\| T[0-4] \\| [^|]* \\| (?:([0-9-]{10}) )?([0-9:]{8}) \\|$");
    private static final Pattern MOMENT =
            Pattern.compile("(?m)^\\| (?:([0-9-]{10}) )?([0-9:]{8}) \\| .* \\| #[0-9]+ \\|$");
    private static final Pattern MARK = Pattern.compile("<!-- (?:begin|end|muster).*-->");

    @TempDir
    Path folder;

    @Test
    void isTrueToItselfWhateverHappens() {
        try (CommandRig rig = new CommandRig(folder)) {
            for (int number = 1; number <= INCIDENTS; number++) {
                Random random = new Random(SEED * 1_000_003 + number);
                live(rig, number, random);
            }
        }
    }

    private static void live(CommandRig rig, int number, Random random) {
        rig.declare("sev2 A fire #12 in the | kitchen" + (random.nextBoolean() ? " --at 3h ago" : ""));
        List<String> told = new ArrayList<>();
        for (int deed = 0; deed < DEEDS; deed++) {
            rig.pass(Duration.ofSeconds(random.nextInt(1200)));
            String words = deed(random, rig);
            told.add(words);
            say(rig, PEOPLE.get(random.nextInt(PEOPLE.size())), CommandRig.room(number), words);
            if (deed % 8 == 7) {
                check(rig, rig.incidents.get(new IncidentId(number)), "seed %d, after %s".formatted(SEED, told));
            }
        }
    }

    private static void say(CommandRig rig, Person by, ChannelId room, String words) {
        try {
            rig.say(by, room, words);
        } catch (Refusal no) {
            assertThat(no.reason()).isNotBlank();
        }
    }

    private static void check(CommandRig rig, Incident incident, String what) {
        Document document = rig.reviews.document(incident, Words.UTC);
        String paper = document.markdown();

        String timeline = document.text(Section.TIMELINE);
        assertThat(read(TIME, timeline, incident)).as(what).isSorted().containsExactlyElementsOf(known(incident));
        assertThat(read(MOMENT, timeline, incident)).as(what).isNotEmpty().isSorted();
        assertDurations(incident, what);
        List<Long> rows = new ArrayList<>(Evidence.rows(paper));
        rows.removeAll(document.broken());
        assertThat(rows)
                .as(what)
                .allMatch(row -> rig.timelines.find(incident.id(), row).isPresent());
        assertThat(Edited.read(document.editable()).texts()).as(what).isEmpty();
        assertThat(MARK.matcher(paper).results().count()).as(what).isZero();
    }

    private static void assertDurations(Incident incident, String what) {
        Duration detection = Span.DETECTION.of(incident).orElse(Duration.ZERO);
        Duration acknowledgement = Span.ACKNOWLEDGEMENT.of(incident).orElse(Duration.ZERO);
        Optional<Duration> mitigation = Span.MITIGATION.of(incident);
        Optional<Duration> recovery = Span.RECOVERY.of(incident);
        Stream.of(mitigation, recovery)
                .flatMap(Optional::stream)
                .forEach(took -> assertThat(took).as(what).isGreaterThanOrEqualTo(detection.plus(acknowledgement)));
        mitigation.ifPresent(took -> assertThat(recovery.orElse(took)).as(what).isGreaterThanOrEqualTo(took));
        assertThat(Stream.of(Span.values()).filter(span -> span.of(incident).isPresent()))
                .as(what)
                .hasSize((int) Stream.of(Span.values())
                        .filter(span -> incident.time(span.from()).isPresent()
                                && incident.time(span.to()).isPresent())
                        .count());
    }

    private static List<Instant> known(Incident incident) {
        return Stream.of(Milestone.values())
                .flatMap(milestone -> incident.time(milestone).stream())
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .toList();
    }

    /** As a reader reads them: a time without a day is of the first. */
    private static List<Instant> read(Pattern row, String timeline, Incident incident) {
        String first =
                incident.time(Milestone.BEGAN).map(Instant::toString).orElse("").split("T")[0];
        return row.matcher(timeline)
                .results()
                .map(found -> instant(found, first))
                .toList();
    }

    private static Instant instant(MatchResult found, String first) {
        String day = Optional.ofNullable(found.group(1)).orElse(first);
        return LocalDateTime.parse(day + "T" + found.group(2)).toInstant(ZoneOffset.UTC);
    }

    private static String deed(Random random, CommandRig rig) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> "time T%d %s".formatted(random.nextInt(5), moment(random, rig));
            case 3, 4, 5 -> "stage %s%s".formatted(any(random, STAGES), at(random, rig));
            case 6 -> "note %s %s".formatted(moment(random, rig), any(random, TEXTS));
            case 7 -> "decision %s %s".formatted(moment(random, rig), any(random, TEXTS));
            case 8 ->
                "impact %s --users %d%% --figures \"a=%s\""
                        .formatted(any(random, TEXTS), random.nextInt(100), any(random, TEXTS));
            case 9 -> "action %s in %d days".formatted(any(random, TEXTS), 1 + random.nextInt(9));
            case 10 -> "actions %s %d".formatted(random.nextBoolean() ? "start" : "done", 1 + random.nextInt(3));
            case 11 -> "resolve " + any(random, TEXTS);
            case 12 -> "reopen because " + any(random, TEXTS);
            case 13, 14 ->
                "write %s %s".formatted(any(random, Section.written()).word(), any(random, TEXTS));
            case 15 -> "redact %d because it was private".formatted(1 + random.nextInt(40));
            case 16 -> "undo";
            case 17 -> "sev sev%d because %s".formatted(1 + random.nextInt(3), any(random, TEXTS));
            case 18 -> random.nextInt(4) == 0 ? "close" : "postmortem publish";
            default -> "link https://a.example/%d %s".formatted(random.nextInt(9), any(random, TEXTS));
        };
    }

    private static final List<String> STAGES =
            List.of("investigating", "identified", "mitigating", "monitoring", "resolved");

    private static final List<String> TEXTS = List.of(
            "the pool is full",
            "see #3 and #400, not \\#7",
            "| T3 | mitigated | 00:00:00 |",
            "Root cause: a\nMonitoring: b",
            "<!-- end causes -->",
            "\n\n## Summary\n- #1",
            "*Nobody has written this yet.*",
            "*Not said yet:* x",
            "a  \n\n\n\nb\t",
            "{{impact}} $1 \\");

    private static String at(Random random, CommandRig rig) {
        return random.nextInt(3) == 0 ? " --at " + moment(random, rig) : "";
    }

    private static String moment(Random random, CommandRig rig) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(90) + "m ago";
            case 1 -> random.nextInt(20) + "h ago";
            case 2 -> "yesterday %02d:05".formatted(random.nextInt(24));
            default -> rig.now().minusSeconds(random.nextInt(40_000)).toString();
        };
    }

    private static <T> T any(Random random, List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
