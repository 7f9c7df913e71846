package dev.muster.desk;

import dev.muster.incident.Actor;
import dev.muster.incident.Change;
import dev.muster.incident.Chore;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Promise;
import dev.muster.incident.Refusal;
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

/** Drafts by a program outside: what is given to it, and how what it says is kept apart from what people say. */
public final class Suggesting {

    private static final String DRAFT = "drafted";
    private static final String SECTION = "section";

    /** What it is drawn from. */
    private static final List<Section> RECORD = List.of(
            Section.SUMMARY, Section.IMPACT, Section.TIMELINE, Section.DETECTION, Section.RESPONSE, Section.ACTIONS);

    private Suggesting() {}

    /**
     * Somebody asks for a draft. That the record is shown outside is written down.
     *
     * @throws Refusal while the incident goes on
     */
    public static Change ask(Incident incident, Section section, String drafter, Actor by, Instant at) {
        if (incident.isActive()) {
            throw new Refusal(
                    "%s is not resolved yet. Nothing was asked. What the record says so far: `/incident postmortem`."
                            .formatted(incident.id()));
        }
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

    /** The longest first, because one may be a part of another. */
    private static String replaced(String text, Map<String, String> words) {
        String replaced = text;
        for (Map.Entry<String, String> word : longestFirst(words)) {
            replaced = replaced.replace(word.getKey(), word.getValue());
        }
        return replaced;
    }

    private static List<Map.Entry<String, String>> longestFirst(Map<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> !word.getKey().isBlank())
                .sorted((one, other) -> other.getKey().length() - one.getKey().length())
                .toList();
    }

    /** What came back: with names again, each line that stands on no row marked so, and the whole as nobody's words yet. */
    static String marked(String drafter, String answer, Map<String, String> nobody, long rows) {
        String named = replaced(answer, names(nobody));
        List<String> lines = new ArrayList<>();
        lines.add("*Drafted by %s from the record; nobody has checked it:*".formatted(drafter));
        named.strip()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> judged(line, rows))
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    /** What stands for somebody, and who that is. */
    private static Map<String, String> names(Map<String, String> nobody) {
        return nobody.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    private static String judged(String line, long rows) {
        List<Long> named = Evidence.rows(line);
        boolean stands = !named.isEmpty() && named.stream().allMatch(row -> row <= rows);
        return stands ? line : line + " (no evidence)";
    }
}
