package dev.muster.timeline;

import static dev.muster.timeline.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportTest {

    private static final ObjectMapper json = new ObjectMapper();
    private static final Actor ANN = new Actor(new UserId("U0ANN"), "Ann");
    private static final Instant AT = Instant.parse("2026-11-20T14:05:00Z");
    private static final String SAID = "{'type':'message','channel':'C1','user':'U1','ts':'1.000001','text':'said'}";
    private static final String EDITED_FIRST = edited("said", "", "first", "5.000000");
    private static final String EDITED_SECOND = edited("first", "5.000000", "second", "6.000000");
    private static final String DELETED =
            "{'type':'message','subtype':'message_deleted','channel':'C1','event_ts':'9.000000','deleted_ts':'1.000001'}";

    private final Reducer reducer = new Reducer(Events.SELF, Events.NAMES);

    @Test
    void exportsAChangeOfSeverityAsTheContractHasIt() {
        Entry entry = Entry.of(AT, Kind.SEVERITY, ANN, "Severity sev2 → sev1")
                .with("from", "sev2")
                .with("to", "sev1")
                .with("reason", "all of \"Europe\"")
                .asKey()
                .asTold();
        Row row = Lines.rows(List.of(entry)).get(0);

        String line = Lines.json(List.of(row)).get(0);

        assertThat(line)
                .isEqualTo("{\"seq\":1,\"at\":\"2026-11-20T14:05:00.000Z\",\"recordedAt\":\"2026-11-20T14:05:00.123Z\","
                        + "\"kind\":\"severity\",\"actor\":{\"id\":\"U0ANN\",\"name\":\"Ann\"},"
                        + "\"text\":\"Severity sev2 → sev1\","
                        + "\"data\":{\"from\":\"sev2\",\"reason\":\"all of \\\"Europe\\\"\",\"to\":\"sev1\"},"
                        + "\"key\":true,\"salt\":\"" + row.seal().salt().orElseThrow()
                        + "\",\"hash\":\"" + row.hash() + "\",\"previous\":\"" + "0".repeat(64) + "\"}");
    }

    @Test
    void exportsAReplyWithItsMessageAndItsThread() {
        List<Row> rows = rows(
                """
                {'type':'message','channel':'C1','user':'U1','ts':'2.000000','thread_ts':'1.000001','text':'see <@U2>',
                 'files':[{'id':'F1','name':'a.png','size':7}]}
                """);

        JsonNode line = lines(rows).get(0);

        assertThat(fieldsOf(line))
                .containsExactly(
                        "seq",
                        "at",
                        "recordedAt",
                        "kind",
                        "actor",
                        "text",
                        "slack",
                        "source",
                        "message",
                        "salt",
                        "hash",
                        "previous");
        assertThat(line.path("slack").toString())
                .isEqualTo("{\"channel\":\"C1\",\"ts\":\"2.000000\",\"threadTs\":\"1.000001\"}");
        assertThat(line.path("message").toString())
                .isEqualTo("{\"version\":1,\"edited\":false,\"deleted\":false,"
                        + "\"files\":[{\"id\":\"F1\",\"name\":\"a.png\",\"size\":7}]}");
        assertThat(line.path("text").asText()).isEqualTo("see @name-of-U2");
    }

    @Test
    void leavesOutWhatDoesNotApply() {
        List<Row> rows = Lines.rows(List.of(Entry.ofBot(AT, Kind.GAP, "")));

        JsonNode line = lines(rows).get(0);

        assertThat(fieldsOf(line))
                .containsExactly("seq", "at", "recordedAt", "kind", "text", "salt", "hash", "previous");
    }

    @Test
    void keepsToOneLineWhateverWasSaid() {
        List<Row> rows =
                Lines.rows(List.of(Entry.of(AT, Kind.NOTE, new Actor(new UserId("U1"), "A\nnn"), "a\r\nb\u2028c")));

        String line = Lines.json(rows).get(0);

        assertThat(line.lines()).hasSize(1);
        assertThat(line).doesNotContain("\u2028");
    }

    @Test
    void countsTheWordingsOfAMessage() {
        List<JsonNode> lines = lines(rows(SAID, EDITED_FIRST, EDITED_SECOND, DELETED));

        assertThat(lines)
                .extracting(ExportTest::kindAndVersion)
                .containsExactly("message 1", "message_edited 2", "message_edited 3", "message_deleted 3");
        assertThat(lines.get(1).at("/message/edited").asBoolean()).isTrue();
        assertThat(lines.get(3).at("/message/deleted").asBoolean()).isTrue();
    }

    @Test
    void countsTheWordingsByTimeNotByArrival() {
        List<JsonNode> lines = lines(rows(DELETED, EDITED_SECOND, SAID, EDITED_FIRST));

        assertThat(lines)
                .extracting(ExportTest::kindAndVersion)
                .containsExactly("message_deleted 3", "message_edited 2", "message_edited 3", "message 1");
    }

    @Test
    void marksAMessageThatSomebodyPinnedToTheRecord() {
        List<JsonNode> lines = lines(rows(SAID, pushpin("added", "U1", "5.000000")));

        assertThat(lines.get(0).path("key").asBoolean()).isTrue();
        assertThat(lines.get(1).has("key")).isFalse();
    }

    @Test
    void marksAMessageEvenIfTheReactionCameFirst() {
        List<JsonNode> lines = lines(rows(pushpin("added", "U1", "5.000000"), SAID));

        assertThat(lines.get(1).path("key").asBoolean()).isTrue();
    }

    @Test
    void noLongerMarksAMessageWhenTheReactionIsTakenBackWhateverCameFirst() {
        String added = pushpin("added", "U1", "5.000000");
        String removed = pushpin("removed", "U1", "6.000000");

        assertThat(lines(rows(SAID, added, removed)).get(0).has("key")).isFalse();
        assertThat(lines(rows(SAID, removed, added)).get(0).has("key")).isFalse();
    }

    @Test
    void marksAMessageAgainWhenItIsMarkedAgain() {
        List<Row> rows = rows(
                SAID,
                pushpin("added", "U1", "5.000000"),
                pushpin("removed", "U1", "6.000000"),
                pushpin("added", "U1", "7.000000"));

        assertThat(lines(rows).get(0).path("key").asBoolean()).isTrue();
    }

    @Test
    void keepsTheMarkOfOnePersonWhenAnotherTakesTheirsBack() {
        List<Row> rows = rows(
                SAID,
                pushpin("added", "U1", "5.000000"),
                pushpin("added", "U2", "6.000000"),
                pushpin("removed", "U1", "7.000000"));

        assertThat(lines(rows).get(0).path("key").asBoolean()).isTrue();
    }

    @Test
    void takesNoOtherReactionForAMark() {
        List<Row> rows = rows(SAID, pushpin("added", "U1", "5.000000").replace("pushpin", "round_pushpin"));

        assertThat(lines(rows).get(0).has("key")).isFalse();
    }

    @Test
    void marksOnlyTheMessageThatIsMeant() {
        List<Row> rows = rows(SAID, SAID.replace("1.000001", "1.000002"), pushpin("added", "U1", "5.000000"));

        assertThat(lines(rows).get(1).has("key")).isFalse();
    }

    private List<Row> rows(String... events) {
        List<Entry> entries = new ArrayList<>();
        Arrays.stream(events)
                .flatMap(text -> reducer.reduce(event(text)).stream())
                .filter(entry -> entries.stream()
                        .noneMatch(before ->
                                before.origin().source().equals(entry.origin().source())))
                .forEach(entries::add);
        return Lines.rows(entries);
    }

    private static List<JsonNode> lines(List<Row> rows) {
        return Lines.json(rows).stream().map(ExportTest::parse).toList();
    }

    private static List<String> fieldsOf(JsonNode line) {
        List<String> names = new ArrayList<>();
        line.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String kindAndVersion(JsonNode line) {
        return line.path("kind").asText() + " " + line.at("/message/version").asInt();
    }

    private static JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private static String pushpin(String what, String user, String at) {
        return ("{'type':'reaction_%s','user':'%s','reaction':'pushpin','event_ts':'%s',"
                        + "'item':{'type':'message','channel':'C1','ts':'1.000001'}}")
                .formatted(what, user, at);
    }

    private static String edited(String before, String beforeTs, String after, String afterTs) {
        String earlier = Optional.of(beforeTs)
                .filter(ts -> !ts.isEmpty())
                .map(ts -> ",'edited':{'ts':'" + ts + "'}")
                .orElse("");
        return ("{'type':'message','subtype':'message_changed','channel':'C1','event_ts':'%s',"
                        + "'message':{'user':'U1','ts':'1.000001','text':'%s','edited':{'ts':'%s'}},"
                        + "'previous_message':{'user':'U1','ts':'1.000001','text':'%s'%s}}")
                .formatted(afterTs, after, afterTs, before, earlier);
    }
}
