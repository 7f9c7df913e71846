package dev.muster.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events may come late, early and more than once: the record is the same. */
class AnyOrderTest {

    private static final Set<Kind> WORDINGS = Set.of(Kind.MESSAGE, Kind.BOT, Kind.MESSAGE_EDITED);
    private static final ObjectMapper json = new ObjectMapper();

    private final Reducer reducer = new Reducer(Events.SELF, Events.NAMES);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    static LongStream fewerSeeds() {
        return LongStream.range(1000, 1100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void reducesTheSameFactsToTheSameLinesInAnyOrder(long seed) {
        List<Fields> story = Story.of(seed);

        Map<String, Entry> inOrder = recorded(story);
        Map<String, Entry> inDisorder = recorded(disordered(story, seed));

        assertThat(inDisorder).isEqualTo(inOrder);
        assertThat(inOrder).hasSizeGreaterThanOrEqualTo(messages(story));
    }

    @ParameterizedTest
    @MethodSource("fewerSeeds")
    void exportsTheSameVersionsAndKeyMomentsInAnyOrder(long seed) throws JsonProcessingException {
        List<Fields> story = Story.of(seed);

        Map<String, JsonNode> inOrder = exported(recorded(story).values());
        Map<String, JsonNode> inDisorder =
                exported(recorded(disordered(story, seed)).values());

        assertThat(inDisorder).isEqualTo(inOrder);
    }

    @ParameterizedTest
    @MethodSource("fewerSeeds")
    void keepsEveryWordingOfAPersonThatChangedEvenIfItsFirstEventNeverCame(long seed) {
        List<Fields> story = Story.of(seed).stream()
                .filter(event -> !Authors.isApp(event)
                        && !Authors.isApp(event.object("message"))
                        && !Authors.isApp(event.object("previous_message")))
                .toList();
        Map<String, Entry> whole = recorded(story);

        Map<String, Entry> rest =
                recorded(story.stream().filter(event -> !isPost(event)).toList());

        Set<MessageRef> changed = rest.values().stream()
                .filter(entry -> WORDINGS.contains(entry.kind()))
                .map(entry -> entry.origin().message().orElseThrow())
                .collect(Collectors.toSet());
        Map<String, Entry> expected = new HashMap<>(whole);
        expected.values()
                .removeIf(entry -> WORDINGS.contains(entry.kind())
                        && !changed.contains(entry.origin().message().orElseThrow()));
        assertThat(rest).isEqualTo(expected);
    }

    /** The lines as the database keeps them: the first that comes under a key stays. */
    private Map<String, Entry> recorded(List<Fields> events) {
        Map<String, Entry> lines = new LinkedHashMap<>();
        for (Fields event : events) {
            reducer.reduce(event)
                    .forEach(entry -> lines.putIfAbsent(entry.origin().source().orElseThrow(), entry));
        }
        return lines;
    }

    private static Map<String, JsonNode> exported(Collection<Entry> entries) throws JsonProcessingException {
        List<Row> rows = Lines.rows(entries);
        List<String> exported = Lines.json(rows);
        Map<String, JsonNode> lines = new TreeMap<>();
        for (Row row : rows) {
            ObjectNode line = (ObjectNode) json.readTree(exported.get((int) row.seq() - 1));
            line.remove(List.of("seq", "recordedAt", "salt", "hash", "previous"));
            lines.put(row.entry().origin().source().orElseThrow(), line);
        }
        return lines;
    }

    private static List<Fields> disordered(List<Fields> story, long seed) {
        Random random = new Random(seed + 1);
        List<Fields> disordered = new ArrayList<>(story);
        story.stream().filter(event -> random.nextInt(3) == 0).forEach(disordered::add);
        Collections.shuffle(disordered, random);
        return disordered;
    }

    private static int messages(List<Fields> story) {
        return (int) story.stream().filter(AnyOrderTest::isPost).count();
    }

    private static boolean isPost(Fields event) {
        return event.plain("type").equals("message") && !event.plain("subtype").startsWith("message_");
    }
}
