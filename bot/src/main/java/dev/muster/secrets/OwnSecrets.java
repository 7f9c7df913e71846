package dev.muster.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Secrets that are known by their very text: our own, and those that were found elsewhere in the same event. */
final class OwnSecrets {

    static final String RULE = "own-secret";

    private static final int SHORTEST = 8;
    private static final String ENDS = "^[\\s\"']+|[\\s\"']+$";

    private final List<Known> known;

    private OwnSecrets(List<Known> known) {
        this.known = List.copyOf(known);
    }

    /** Blank texts and those of fewer than eight characters are ignored: they would stand everywhere. */
    static OwnSecrets of(Collection<String> texts) {
        return new OwnSecrets(texts.stream()
                .filter(text -> !text.isBlank() && text.length() >= SHORTEST)
                .flatMap(text -> Stream.of(text, Reading.escaped(text)))
                .map(text -> new Known(text, RULE))
                .distinct()
                .toList());
    }

    /** These, and the secrets that somebody found in a text, as far as no ordinary word may look like them. */
    OwnSecrets with(String text, List<Find> finds) {
        List<Known> all = new ArrayList<>(known);
        finds.stream()
                .map(find -> new Known(Reading.bare(find.span().of(text)).text().replaceAll(ENDS, ""), find.rule()))
                .filter(Known::isUnmistakable)
                .filter(one -> !all.contains(one))
                .forEach(all::add);
        return all.size() == known.size() ? this : new OwnSecrets(all);
    }

    /** Where one of them stands just so. */
    List<Find> in(String text) {
        List<Find> finds = List.of();
        for (Known one : known) {
            if (text.contains(one.text)) {
                finds = new ArrayList<>(finds);
                one.addTo(finds, Reading.asItIs(text), one.text);
            }
        }
        return finds;
    }

    /** Where one of them stands, however decorated. */
    List<Find> inAnyDress(String text) {
        List<Find> finds = new ArrayList<>(in(text));
        Reading bare = Reading.bare(text);
        known.forEach(one -> one.addTo(finds, bare, one.bare()));
        return finds;
    }

    private record Known(String text, String rule) {

        /** Long enough, and not just letters: a database's password may be the name of the database. */
        boolean isUnmistakable() {
            return text.length() >= SHORTEST
                    && (text.length() >= 20 || !text.chars().allMatch(Character::isLetter));
        }

        String bare() {
            return Reading.bare(text).text();
        }

        void addTo(List<Find> finds, Reading reading, String sought) {
            int length = Math.max(1, sought.length());
            for (int at = reading.text().indexOf(sought);
                    at >= 0;
                    at = reading.text().indexOf(sought, at + length)) {
                finds.add(new Find(reading.inOriginal(new Span(at, at + length)), rule));
            }
        }
    }
}
