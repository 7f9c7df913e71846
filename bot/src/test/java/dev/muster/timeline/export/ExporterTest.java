package dev.muster.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.timeline.Exported;
import dev.muster.timeline.Json;
import dev.muster.timeline.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExporterTest {

    private static final ObjectMapper json = new ObjectMapper();

    private final Tale tale = Tale.ofEverything();

    @ParameterizedTest
    @EnumSource(names = {"MD", "CSV", "HTML"})
    void looksAsBefore(Format format) {
        Snapshots.assertLooksAsBefore(tale, format);
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameTextForTheSameRows(Format format) {
        assertThat(tale.export(format))
                .isNotEmpty()
                .isEqualTo(tale.export(format))
                .isEqualTo(Tale.ofEverything().export(format));
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameTextWhereverItIsWritten(Format format) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String usual = tale.export(format);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(String.format("%d", 1)).isNotEqualTo("1");
            assertThat(tale.export(format)).isEqualTo(usual);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(tale.export(format)).isEqualTo(usual);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void streamsSoThatLengthDoesNotMatter() {
        Glance some = new Glance();
        Glance many = new Glance();
        Map<Format, Counting> written = new EnumMap<>(Format.class);
        List<Exporter> exporters = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        Rows.each(100_000, rows::add);
        rows.subList(0, 10_000).forEach(some::see);
        rows.forEach(many::see);
        for (Format format : Format.values()) {
            Counting to = new Counting();
            written.put(format, to);
            exporters.add(new Exporter(format, tale.incident(), many, to));
        }

        exporters.forEach(Exporter::begin);
        rows.forEach(row -> exporters.forEach(exporter -> exporter.row(row)));
        exporters.forEach(exporter -> exporter.end(many.head()));

        assertThat(written.values()).allSatisfy(to -> {
            assertThat(to.characters).isGreaterThan(100_000L * 80);
            assertThat(to.longest).isLessThan(100_000);
        });
        assertThat(Heap.charactersIn(exporters)).isLessThan(Heap.charactersIn(some) * 2);
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutWhatWasAddedAfterTheFirstPass(Format format) {
        String before = tale.export(format);
        Glance glance = tale.glance();
        StringBuilder text = new StringBuilder();
        Exporter exporter = new Exporter(format, tale.incident(), glance, text);
        tale.pass(5).say(Tale.BOB, "too late");

        exporter.begin();
        tale.rows().forEach(exporter::row);
        exporter.end(glance.head());

        assertThat(text.toString()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfATimelineWithoutRows(Format format) {
        StringBuilder text = new StringBuilder();
        Glance nothing = new Glance();
        Exporter exporter = new Exporter(format, tale.incident(), nothing, text);

        exporter.begin();
        exporter.end(nothing.head());

        assertThat(text.toString()).doesNotContain("Looking");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatItCouldNotWrite(Format format) {
        Appendable full = new Counting() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Exporter exporter = new Exporter(format, tale.incident(), tale.glance(), full);

        assertThatThrownBy(() -> {
                    exporter.begin();
                    exporter.row(tale.rows().get(0));
                })
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void writesJsonLinesAsTheContractHasThem() {
        List<String> lines = tale.export(Format.JSONL).lines().toList();

        assertThat(lines).hasSameSizeAs(tale.rows());
        Row edit = tale.rows().get(7);
        assertThat(lines.get(7)).isEqualTo(Json.write(Exported.of(edit, 2, false)));
        Map<String, Object> first = Exported.of(tale.rows().get(0), 1, true);
        first.put("head", new TreeMap<>(Map.of("seq", 21L, "hash", tale.head().head())).descendingMap());
        assertThat(lines.get(0)).isEqualTo(Json.write(first));
    }

    @Test
    void writesOneObjectWithTheIncidentItsRowsAndTheHead() throws JsonProcessingException {
        JsonNode object = json.readTree(tale.export(Format.JSON));

        assertThat(object.fieldNames()).toIterable().containsExactly("incident", "rows", "head");
        assertThat(object.path("incident").toString())
                .isEqualTo("{\"id\":\"INC-42\",\"title\":\"Checkout is down\",\"severity\":\"sev1\","
                        + "\"stage\":\"resolved\",\"declaredAt\":\"2026-11-20T14:05:00.000Z\","
                        + "\"declaredBy\":{\"id\":\"U0ANN\",\"name\":\"Ann\"},\"private\":false,\"drill\":false,"
                        + "\"roles\":{\"ic\":\"U0EVE\",\"tech\":\"U0BOB\"},"
                        + "\"times\":{\"T0\":\"2026-11-20T14:02:00.000Z\",\"T1\":\"2026-11-20T14:05:00.000Z\","
                        + "\"T2\":\"2026-11-20T14:07:30.000Z\",\"T3\":\"2026-11-20T14:12:40.000Z\","
                        + "\"T4\":\"2026-11-20T14:16:00.000Z\"}}");
        assertThat(object.path("head").path("seq").asLong()).isEqualTo(21);
        assertThat(object.path("head").path("hash").asText())
                .isEqualTo(tale.head().head());
        List<String> lines = tale.export(Format.JSONL).lines().toList();
        assertThat(object.path("rows")).hasSize(21);
        for (int index = 0; index < lines.size(); index++) {
            ObjectNode line = (ObjectNode) json.readTree(lines.get(index));
            line.remove("head");
            assertThat(object.path("rows").get(index)).isEqualTo(line);
        }
    }

    @Test
    void marksAMessageThatSomebodyMarkedLaterInEveryFormat() throws JsonProcessingException {
        Tale marked = new Tale("t").pass(60).say(Tale.BOB, "It is the pool");
        marked.pass(5).react(Tale.EVE, "pushpin", Tale.START.plusSeconds(60));

        assertThat(marked.export(Format.MD)).contains("**It is the pool**");
        assertThat(marked.export(Format.CSV)).contains(",It is the pool,true,");
        assertThat(marked.export(Format.HTML))
                .contains("<tr id=\"row-2\" class=\"key\">")
                .contains(">K1</a>");
        assertThat(json.readTree(marked.export(Format.JSON)).at("/rows/1/key").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"MD", "CSV", "HTML"})
    void saysThatARowIsRedactedAndNothingOfWhatItSaid(Format format) {
        Entry secret = Entry.of(Tale.START, Kind.NOTE, Tale.BOB, "the password is hunter2")
                .with("redacted", true);
        Tale redacted = new Tale("t").add(secret.asKey());
        redacted.correct(2, Optional.empty(), Optional.of("hunter3"));

        String text = redacted.export(format);

        assertThat(text).contains("(redacted)").doesNotContain("hunter2");
        if (format != Format.CSV) {
            assertThat(text).doesNotContain("hunter3");
        }
    }

    @Test
    void findsAFormatByItsName() {
        assertThat(Format.find("HTML")).contains(Format.HTML);
        assertThat(Format.find("jsonl")).contains(Format.JSONL);
        assertThat(Format.find("pdf")).isEmpty();
        assertThat(Format.CSV.mediaType()).isEqualTo("text/csv; charset=utf-8");
        assertThat(Format.MD.extension()).isEqualTo("md");
    }

    /** Keeps nothing. */
    private static class Counting implements Appendable {
        private long characters;
        private int longest;

        @Override
        public Appendable append(CharSequence text) throws IOException {
            characters += text.length();
            longest = Math.max(longest, text.length());
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char unit) throws IOException {
            return append(String.valueOf(unit));
        }
    }
}
