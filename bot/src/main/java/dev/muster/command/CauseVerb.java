package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.incident.Cause;
import dev.muster.incident.Diagnosing;
import dev.muster.incident.Diagnosis;
import dev.muster.incident.Guess;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Tag;
import dev.muster.incident.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why it happened, so that what happens again is found again. What is not said stays as it was known. */
public final class CauseVerb implements Verb {

    private static final String CAUSES = "causes";
    private static final String TAGS = "tags";
    private static final String NONE = "none";

    private final IncidentDesk desk;

    public CauseVerb(IncidentDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "cause";
    }

    @Override
    public String purpose() {
        return "Says why it happened, in words by which it is counted and found again.";
    }

    @Override
    public List<String> usages() {
        return List.of("cause WORD… [tag:WORD…]", "cause none");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.line(CAUSES, "Which causes?", "Of these: " + String.join(", ", Cause.words()) + "; or none"),
                Field.line(TAGS, "Which words of your own?", "Single words, e.g. black-friday; or none"));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        String tags = Stream.generate(() -> words.take("tag:(\\S+)"))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        if (!tags.isEmpty()) {
            words.found().put(TAGS, tags);
        }
        return words.rest(CAUSES);
    }

    /** Nothing at all asks with the form. */
    @Override
    public Optional<Field> missing(Map<String, String> answers) {
        return answers.containsKey(CAUSES) || answers.containsKey(TAGS)
                ? Optional.empty()
                : Optional.of(fields().get(0));
    }

    /** What was redacted is not offered to be said again. */
    @Override
    public Map<String, String> suggestions(Request request) {
        Diagnosis known = request.incident().conduct().diagnosis();
        Map<String, String> filled = new TreeMap<>();
        filled.put(CAUSES, joined(known.causes()));
        filled.put(
                TAGS,
                joined(known.tags().stream()
                        .filter(tag -> Tag.find(tag.text()).isPresent())
                        .toList()));
        return filled;
    }

    @Override
    public Reply act(Request request) {
        Optional<List<Cause>> causes = request.find(CAUSES).map(words -> each(words, CauseVerb::cause));
        Optional<List<Tag>> tags = request.find(TAGS).map(words -> each(words, CauseVerb::tag));
        Diagnosis before = request.incident().conduct().diagnosis();
        Incident after = desk.change(request.id(), request.origin(), (incident, at) -> {
            Diagnosis known = incident.conduct().diagnosis();
            Diagnosis said = new Diagnosis(causes.orElse(known.causes()), tags.orElse(known.tags()));
            return Diagnosing.because(incident, said, request.actor(), at);
        });
        return Reply.tell("Why %s happened: %s → %s."
                .formatted(after.id(), words(before), words(after.conduct().diagnosis())));
    }

    private static <T> List<T> each(String words, Function<String, T> read) {
        return words.equalsIgnoreCase(NONE)
                ? List.of()
                : Arrays.stream(words.split("[,\\s]+"))
                        .filter(word -> !word.isEmpty())
                        .map(read)
                        .toList();
    }

    private static Cause cause(String word) {
        return Cause.find(word)
                .orElseThrow(() -> new Refusal(
                        "`%s` is no cause that is counted.%s Nothing was changed. Causes: %s. Words of your own: `/incident cause tag:%s`."
                                .formatted(
                                        Words.again(word),
                                        Guess.sentence(word, Cause.words()),
                                        String.join(", ", Cause.words()),
                                        Words.again(word))));
    }

    private static Tag tag(String word) {
        return Tag.find(word)
                .orElseThrow(() -> new Refusal(
                        "`%s` is no tag. Nothing was changed. A tag is one word of at most 40 letters, digits, dots and hyphens, e.g. `black-friday`."
                                .formatted(Words.again(word))));
    }

    private static String joined(List<?> words) {
        return words.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String words(Diagnosis diagnosis) {
        return diagnosis.equals(Diagnosis.NONE) ? "unknown" : Markup.escape(diagnosis.inWords(), 800);
    }
}
