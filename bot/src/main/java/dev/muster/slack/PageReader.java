package dev.muster.slack;

import dev.muster.desk.CatchUp.HistoryReader;
import dev.muster.desk.Timelines;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.secrets.Secrets;
import dev.muster.timeline.Fields;
import dev.muster.timeline.MessageState;
import dev.muster.timeline.Reading;
import dev.muster.timeline.Reading.Page;
import dev.muster.timeline.Reading.Window;
import dev.muster.timeline.Reconciling;
import dev.muster.timeline.Reducer;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads pages of a channel's history beside what the timeline has of it. */
public final class PageReader implements HistoryReader {

    /** What stands in a channel's history for as long as nobody deletes it. */
    private static final Set<Kind> LASTING = EnumSet.of(Kind.MESSAGE, Kind.MESSAGE_EDITED, Kind.BOT);

    private final Timelines timelines;
    private final Workspace workspace;
    private final Directory directory;
    private final Secrets secrets;

    public PageReader(Timelines timelines, Workspace workspace, Directory directory, Secrets secrets) {
        this.secrets = secrets;
        this.timelines = timelines;
        this.workspace = workspace;
        this.directory = directory;
    }

    @Override
    public List<Entry> lines(Incident incident, Page page, Reading place, Instant asked) {
        ChannelId channel = incident.room().channel().orElseThrow();
        Window window = place.window(page);
        Map<String, Known> known =
                known(timelines.about(incident.id(), at(channel, window.first()), at(channel, window.last())), asked);
        Reducer reducer = workspace.reducer();
        Reconciling reconciling = new Reconciling(channel, directory.names(true), place.until());
        List<Entry> lines = new ArrayList<>();
        for (Fields message : oldestFirst(page)) {
            lines.addAll(reducer.fromHistory(channel, message));
            MessageState before = known.getOrDefault(message.plain("ts"), new Known()).state;
            reconciling.marks(message, before).forEach(lines::add);
        }
        known.keySet().removeAll(stamps(page));
        known.forEach((ts, one) -> {
            if (one.isMissing(place.thread())) {
                lines.add(reconciling.gone(ts, one.state));
            }
        });
        if (place.thread().isEmpty()) {
            lines.addAll(emptied(incident, channel, page, window, asked, reconciling));
        }
        return lines;
    }

    /** The replies of threads of which nothing is left: nobody will read those. */
    private List<Entry> emptied(
            Incident incident, ChannelId channel, Page page, Window window, Instant asked, Reconciling reconciling) {
        Set<String> left = new HashSet<>(page.threads());
        List<Entry> gone = new ArrayList<>();
        known(timelines.replies(incident.id(), at(channel, window.first()), at(channel, window.last())), asked)
                .forEach((ts, one) -> {
                    if (one.isMissing(one.state.threadTs().filter(root -> !left.contains(root)))) {
                        gone.add(reconciling.gone(ts, one.state));
                    }
                });
        return gone;
    }

    /** A message that the timeline has. */
    private static final class Known {
        final MessageState state = new MessageState();
        private boolean lasts;

        void see(Entry entry) {
            state.see(entry);
            lasts |= LASTING.contains(entry.kind());
        }

        /** Whether it should have been on a page of this place. */
        boolean isMissing(Optional<String> thread) {
            return lasts && !state.isDeleted() && state.threadTs().equals(thread);
        }
    }

    /** What was written down after the page was asked for may be newer than the page. */
    private static Map<String, Known> known(List<Row> rows, Instant asked) {
        Map<String, Known> known = new TreeMap<>();
        rows.stream()
                .filter(row -> row.recordedAt().isBefore(asked))
                .map(Row::entry)
                .forEach(entry -> known.computeIfAbsent(
                                entry.origin().message().orElseThrow().ts(), ts -> new Known())
                        .see(entry));
        return known;
    }

    private static MessageRef at(ChannelId channel, String ts) {
        return new MessageRef(channel, ts);
    }

    private List<Fields> oldestFirst(Page page) {
        return page.messages().stream()
                .map(message -> new Fields(secrets.mask(message.object()).tree()))
                .sorted(Comparator.comparing(message -> message.plain("ts")))
                .toList();
    }

    private static Set<String> stamps(Page page) {
        Set<String> stamps = new HashSet<>();
        page.messages().forEach(message -> stamps.add(message.plain("ts")));
        return stamps;
    }
}
