package dev.muster.desk;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.review.Document;
import dev.muster.review.Evidence;
import dev.muster.review.Section;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drafts by a program outside: what is given to it, and how what it says is kept apart from what people say. */
public final class Suggesting {

    private static final String DRAFT = "drafted";
    private static final String SECTION = "section";

    /** What it is drawn from. */
    private static final List<Section> RECORD = List.of(
            Section.SUMMARY, Section.IMPACT, Section.TIMELINE, Section.DETECTION, Section.RESPONSE, Section.ACTIONS);

    private Suggesting() {}

    /** Somebody asks for a draft. That the record is shown outside is written down. */
    public static Change ask(Incident incident, Section section, String drafter, Actor by, Instant at) {
        Entry entry = Entry.of(
                        at, Kind.POSTMORTEM, by, "Asked %s for a draft of “%s”".formatted(drafter, section.title()))
                .with(SECTION, section.word());
        String subject = section.word() + "/" + at.toEpochMilli() + "/" + by.id();
        return Change.none(incident)
                .saying(entry)
                .promising(new Promise(incident.id(), Chore.SUGGEST, subject, "drafting", at));
    }

    /** The draft is kept, as what it is. */
    static Change keep(Incident incident, Section section, String drafter, String text, Instant at) {
        return Change.none(incident)
                .saying(Entry.ofBot(at, Kind.POSTMORTEM, "%s drafted “%s”".formatted(drafter, section.title()))
                        .with(SECTION, section.word())
                        .with(DRAFT, text));
    }

    /** The last draft of a section. */
    static Optional<String> kept(List<Row> rows, Section section) {
        return rows.stream()
                .map(row -> row.entry().data())
                .filter(data -> section.word().equals(data.get(SECTION)) && data.containsKey(DRAFT))
                .map(data -> String.valueOf(data.get(DRAFT)))
                .reduce((one, later) -> later);
    }

    /** All that the record says, with nobody's name in it. */
    static String record(Document document, Map<String, String> nobody) {
        String record = RECORD.stream()
                .map(section -> "## %s%n%s".formatted(section.title(), document.record(section)))
                .collect(Collectors.joining("\n\n"));
        return replaced(record, nobody);
    }

    /** Each name, the longest first, and what stands for it. */
    static Map<String, String> nobody(List<Actor> people) {
        List<String> names = people.stream().map(Actor::name).distinct().toList();
        return names.stream().collect(Collectors.toMap(name -> name, name -> "Person " + (names.indexOf(name) + 1)));
    }

    private static String replaced(String text, Map<String, String> nobody) {
        String replaced = text;
        for (String name : longestFirst(nobody.keySet().stream())) {
            replaced = replaced.replace(name, nobody.getOrDefault(name, name));
        }
        return replaced;
    }

    private static List<String> longestFirst(Stream<String> words) {
        return words.filter(word -> !word.isBlank())
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    /** What came back: with names again, each line that stands on no row marked so, and the whole as nobody's words yet. */
    static String marked(String drafter, String answer, Map<String, String> nobody, long rows) {
        String named = answer;
        for (String stand : longestFirst(nobody.values().stream())) {
            named = named.replace(stand, name(stand, nobody));
        }
        List<String> lines = new ArrayList<>();
        lines.add("*Drafted by %s from the record; nobody has checked it:*".formatted(drafter));
        named.strip()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> judged(line, rows))
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String name(String stand, Map<String, String> nobody) {
        return nobody.entrySet().stream()
                .filter(entry -> entry.getValue().equals(stand))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(stand);
    }

    private static String judged(String line, long rows) {
        boolean stands = Evidence.rows(line).stream().anyMatch(row -> row <= rows)
                && Evidence.rows(line).stream().allMatch(row -> row <= rows);
        return stands ? line : line + " (no evidence)";
    }
}
