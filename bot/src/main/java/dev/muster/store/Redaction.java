package dev.muster.store;

import dev.muster.incident.Entry;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.timeline.Row;
import dev.muster.timeline.RowNumbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Takes words off the record, wherever they are kept. */
final class Redaction {

    /** What can be asked for with one statement. */
    private static final int MOST = 500;

    /** Shorter words stand in other texts by chance. */
    private static final int QUOTED = 8;

    private final Commits commits;
    private final Words words;

    Redaction(Commits commits, Words words) {
        this.commits = commits;
        this.words = words;
    }

    RowNumbers of(Handle handle, IncidentId id, RowNumbers wanted, Function<RowNumbers, Entry> line) {
        commits.lock(handle, id);
        TreeMap<Long, Row> rows = new TreeMap<>();
        for (List<Long> some : parts(wanted)) {
            saying(handle, id, some).forEach(row -> rows.put(row.seq(), row));
        }
        for (MessageRef message : messages(rows.values())) {
            TimelineRows.about(handle, id, message).stream()
                    .filter(Redaction::isSaid)
                    .forEach(row -> rows.put(row.seq(), row));
        }
        repeats(handle, id, rows).forEach(row -> rows.put(row.seq(), row));
        messages(rows.values()).forEach(message -> RawRows.blank(handle, message));
        RowNumbers blanked = RowNumbers.of(rows.keySet());
        if (!rows.isEmpty()) {
            parts(blanked).forEach(some -> blank(handle, id, some));
            IncidentRows.forget(handle, id, texts(rows));
            IncidentRows.find(handle, id)
                    .ifPresent(left ->
                            CaseRows.put(handle, left, item -> left.facts().declaredAt()));
            commits.append(handle, id, List.of(line.apply(blanked)));
        }
        return blanked;
    }

    /** What corrects these rows has their old wording in it; what the bot posted may quote them. */
    private static List<Row> repeats(Handle handle, IncidentId id, TreeMap<Long, Row> rows) {
        Set<String> texts = texts(rows);
        texts.removeIf(text -> text.length() < QUOTED);
        return TimelineRows.derived(handle, id).stream()
                .filter(row -> !rows.containsKey(row.seq()) && isSaying(row))
                .filter(row -> corrects(row, rows)
                        || texts.stream().anyMatch(row.entry().text()::contains))
                .toList();
    }

    private static boolean corrects(Row row, TreeMap<Long, Row> rows) {
        return row.entry().data().get("corrects") instanceof Number of && rows.containsKey(of.longValue());
    }

    private static boolean isSaying(Row row) {
        return !row.isRedacted() && row.entry().kind() != Kind.REDACTED;
    }

    private void blank(Handle handle, IncidentId id, List<Long> seqs) {
        words.remove(handle, id, seqs);
        TimelineRows.blank(handle, id, seqs);
    }

    private static List<Row> saying(Handle handle, IncidentId id, List<Long> seqs) {
        return TimelineRows.of(handle, id, seqs).stream()
                .filter(Redaction::isSaying)
                .toList();
    }

    /** A reaction, say, is about a message too, but repeats nothing of it. */
    private static boolean isSaid(Row row) {
        return !row.isRedacted() && isWording(row.entry());
    }

    static boolean isWording(Entry entry) {
        return entry.origin().message().isPresent()
                && switch (entry.kind()) {
                    case MESSAGE, MESSAGE_EDITED, BOT, NOTE, JOINED, LEFT, TOPIC, RENAMED -> true;
                    default -> false;
                };
    }

    private static Set<MessageRef> messages(Iterable<Row> rows) {
        Set<MessageRef> messages = new HashSet<>();
        rows.forEach(row -> {
            if (isWording(row.entry())) {
                row.entry().origin().message().ifPresent(messages::add);
            }
        });
        return messages;
    }

    private static Set<String> texts(TreeMap<Long, Row> rows) {
        Set<String> texts = new HashSet<>();
        rows.values().forEach(row -> {
            texts.add(row.entry().text());
            row.entry().data().values().stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .filter(text -> text.length() > 8)
                    .forEach(texts::add);
            if (row.entry().data().get("tags") instanceof List<?> tags) {
                tags.forEach(tag -> texts.add(String.valueOf(tag)));
            }
        });
        texts.remove("");
        return texts;
    }

    private static List<List<Long>> parts(RowNumbers numbers) {
        List<Long> all = List.copyOf(numbers.all());
        return IntStream.rangeClosed(0, (all.size() - 1) / MOST)
                .mapToObj(part -> all.subList(part * MOST, Math.min(all.size(), (part + 1) * MOST)))
                .filter(some -> !some.isEmpty())
                .toList();
    }
}
