package dev.muster.store;

import dev.muster.incident.Cause;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Tag;
import dev.muster.insight.Mark;
import dev.muster.insight.Terms;
import dev.muster.review.Postmortem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What an incident is recalled by: its services, causes and tags, and the words of what was said of it. */
final class CaseMarks {

    /** Of the words of one incident, so that a long one is not like everything. */
    private static final int MOST = 120;

    /** Of its lines, the last: what was decided and concluded stands at the end. */
    private static final int LINES = 60;

    private CaseMarks() {}

    static void put(Handle handle, Incident incident, Optional<Postmortem> paper) {
        Set<Mark> wanted = of(handle, incident, paper);
        Set<Mark> known = known(handle, incident.id());
        Set<Mark> gone = new HashSet<>(known);
        gone.removeAll(wanted);
        wanted.removeAll(known);
        long id = incident.id().number();
        run(handle, "DELETE FROM case_marks WHERE kind = ? AND word = ? AND incident_id = ?", gone, id);
        run(handle, "INSERT INTO case_marks (kind, word, incident_id) VALUES (?, ?, ?)", wanted, id);
    }

    private static void run(Handle handle, String sql, Set<Mark> marks, long id) {
        if (!marks.isEmpty()) {
            PlainBatch.run(handle, sql, marks, mark -> new Object[] {mark.kind().word(), mark.word(), id});
        }
    }

    private static Set<Mark> known(Handle handle, IncidentId id) {
        return new HashSet<>(handle.createQuery("SELECT kind, word FROM case_marks WHERE incident_id = :id")
                .bind("id", id)
                .map((row, ctx) -> new Mark(Mark.Kind.of(row.getString("kind")), row.getString("word")))
                .list());
    }

    private static Set<Mark> of(Handle handle, Incident incident, Optional<Postmortem> paper) {
        Set<Mark> marks = new HashSet<>();
        incident.conduct().impact().services().forEach(service -> marks.add(Mark.service(service)));
        incident.conduct().diagnosis().causes().stream().map(Cause::word).forEach(word -> marks.add(Mark.cause(word)));
        incident.conduct().diagnosis().tags().stream()
                .map(Tag::text)
                .filter(text -> !text.equals(StateJson.REDACTED))
                .forEach(text -> marks.add(Mark.tag(text)));
        paper.ifPresent(published -> texts(incident, published)
                .flatMap(text -> Terms.of(text).stream())
                .forEach(term -> marks.add(Mark.paper(term))));
        terms(handle, incident, paper).forEach(term -> marks.add(Mark.word(term)));
        return marks;
    }

    /** What says most comes first, in case there is too much. */
    private static Set<String> terms(Handle handle, Incident incident, Optional<Postmortem> paper) {
        List<String> texts = new ArrayList<>(
                List.of(incident.title(), incident.conduct().impact().text()));
        texts.addAll(said(handle, incident.id()));
        paper.ifPresent(published -> texts.addAll(published.texts().values()));
        Set<String> terms = new LinkedHashSet<>();
        texts.stream()
                .filter(text -> !text.equals(StateJson.REDACTED))
                .flatMap(text -> Terms.of(text).stream())
                .takeWhile(term -> terms.size() < MOST)
                .forEach(terms::add);
        return terms;
    }

    private static Stream<String> texts(Incident incident, Postmortem paper) {
        return Stream.concat(Stream.of(incident.title()), paper.texts().values().stream())
                .filter(text -> !text.equals(StateJson.REDACTED));
    }

    /** What people concluded, in their own words: of a stage only what was said beside it. */
    private static List<String> said(Handle handle, IncidentId id) {
        Function<Line, Stream<String>> own = line -> line.kind().equals("stage")
                ? Optional.ofNullable(StateJson.readMap(line.data()).get("text")).map(String::valueOf).stream()
                : Stream.of(line.text());
        return handle
                .createQuery(
                        """
                        SELECT kind, text, data FROM timeline WHERE incident_id = :id AND key_moment = 1
                            AND kind IN ('stage', 'decision', 'note') ORDER BY seq DESC LIMIT :most
                        """)
                .bind("id", id)
                .bind("most", LINES)
                .map((row, ctx) -> new Line(row.getString("kind"), row.getString("text"), row.getString("data")))
                .list()
                .stream()
                .flatMap(own)
                .toList();
    }

    /** As much of a line as is looked at. */
    private record Line(String kind, String text, String data) {}
}
