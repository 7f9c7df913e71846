package dev.muster.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.timeline.ChannelModel.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens in a channel, and however its events arrive: the record says what is true. */
class HistoriesTest {

    private static final Set<Kind> WORDINGS =
            Set.of(Kind.MESSAGE, Kind.BOT, Kind.MESSAGE_EDITED, Kind.JOINED, Kind.TOPIC);

    private final Reducer reducer = new Reducer(Events.SELF, Events.NAMES);

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void tellsAFactTheSameWhicheverEventTellsIt(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 150) int actions,
            @ForAll @IntRange(min = 1, max = 30) int people) {
        Map<String, Entry> first = new HashMap<>();

        for (Entry entry : entries(ChannelModel.random(seed, actions, people).events())) {
            assertThat(entry).isEqualTo(first.computeIfAbsent(source(entry), key -> entry));
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void writesTheSameLinesInWhateverOrderEventsCome(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int actions, @ForAll long disorder) {
        List<Map<String, Object>> events = ChannelModel.random(seed, actions, 6).events();

        Map<String, Entry> inOrder = recorded(events);

        assertThat(recorded(Histories.shuffled(events, disorder))).isEqualTo(inOrder);
        assertThat(recorded(Histories.delayed(events, disorder))).isEqualTo(inOrder);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void tellsWhatIsTrueInTheEnd(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 150) int actions, @ForAll long disorder) {
        ChannelModel model = ChannelModel.random(seed, actions, 6);

        Collection<Entry> lines =
                recorded(Histories.shuffled(model.events(), disorder)).values();

        assertTrue(model.state(), folded(lines, disorder));
    }

    @Example
    void tellsWhatIsTrueOfALongIncident() {
        ChannelModel model = ChannelModel.random(42, 10_000, 30);

        Collection<Entry> lines = recorded(Histories.delayed(model.events(), 1)).values();

        assertTrue(model.state(), folded(lines, 1));
    }

    @Example
    void isMadeOfEverythingThatHappensInAChannel() {
        List<Map<String, Object>> events = ChannelModel.random(42, 10_000, 30).events();

        Set<String> kinds = recorded(events).values().stream()
                .map(entry -> entry.kind().lasting())
                .collect(Collectors.toSet());

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "message",
                        "message_edited",
                        "message_deleted",
                        "reaction_added",
                        "reaction_removed",
                        "pinned",
                        "unpinned",
                        "file",
                        "joined",
                        "topic");
        assertThat(ChannelModel.random(42, 10_000, 30).events()).isEqualTo(events);
        assertThat(ChannelModel.random(42, 100, 30).events())
                .isEqualTo(events.subList(
                        0, ChannelModel.random(42, 100, 30).events().size()));
    }

    /** One message after another, so that a failure can be read. */
    private static void assertTrue(Map<String, Truth> truth, Map<String, Truth> told) {
        assertThat(told).containsOnlyKeys(truth.keySet());
        truth.forEach((ts, message) -> assertThat(told.get(ts)).as(ts).isEqualTo(message));
    }

    private List<Entry> entries(List<Map<String, Object>> events) {
        return events.stream()
                .flatMap(event -> reducer.reduce(new Fields(event)).stream())
                .toList();
    }

    /** As the database keeps them: the first that comes under a key stays. */
    private Map<String, Entry> recorded(List<Map<String, Object>> events) {
        Map<String, Entry> lines = new LinkedHashMap<>();
        entries(events).forEach(entry -> lines.putIfAbsent(source(entry), entry));
        return lines;
    }

    private static Map<String, Truth> folded(Collection<Entry> lines, long disorder) {
        List<Entry> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(disorder));
        Map<String, MessageState> states = new HashMap<>();
        Map<String, Set<String>> wordings = new HashMap<>();
        for (Entry line : shuffled) {
            line.origin().message().ifPresent(message -> {
                states.computeIfAbsent(message.ts(), ts -> new MessageState()).see(line);
                if (WORDINGS.contains(line.kind())) {
                    wordings.computeIfAbsent(message.ts(), ts -> new HashSet<>())
                            .add(line.text());
                }
            });
        }
        shuffled.stream().filter(line -> line.kind() == Kind.FILE).forEach(gone -> states.values()
                .forEach(state -> state.see(gone)));
        Map<String, Truth> folded = new HashMap<>();
        states.forEach((ts, state) -> folded.put(ts, truth(state, wordings.getOrDefault(ts, Set.of()))));
        return folded;
    }

    private static Truth truth(MessageState state, Set<String> wordings) {
        assertThat(state.exists()).isTrue();
        return new Truth(
                state.text().orElseThrow(),
                wordings,
                state.editedTs(),
                state.isDeleted(),
                state.threadTs(),
                state.files(),
                state.reactions(),
                state.isPinned());
    }

    private static String source(Entry entry) {
        return entry.origin().source().orElseThrow();
    }
}
