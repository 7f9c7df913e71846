package dev.muster.timeline.export;

import dev.muster.timeline.Chain;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Json;
import dev.muster.timeline.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table for spreadsheets: RFC 4180 in UTF-8 without a byte order mark. A cell that a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, "CSV Injection"); who needs the words untouched takes JSON.
 */
final class CsvTable implements Shape {

    private static final String HEADER = "seq,at,recordedAt,kind,actor,actorId,text,key,channel,ts,threadTs,"
            + "version,edited,deleted,files,data,hash,previous";

    /** Spreadsheets also look behind blanks and at the wide forms of the four signs. */
    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";

    private final Glance glance;
    private final Out out;

    CsvTable(Glance glance, Out out) {
        this.glance = glance;
        this.out = out;
    }

    @Override
    public void begin() {
        out.raw(HEADER).raw("\r\n");
    }

    @Override
    public void row(Row row) {
        Map<String, Object> exported = glance.exported(row);
        boolean redacted = glance.read(row).redacted();
        String line = cells(exported, redacted).values().stream()
                .map(CsvTable::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
        out.raw(line);
    }

    @Override
    public void end(Chain head) {}

    private static Map<String, String> cells(Map<String, Object> exported, boolean redacted) {
        Fields row = new Fields(exported);
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("seq", String.valueOf(exported.get("seq")));
        cells.put("at", row.plain("at"));
        cells.put("recordedAt", row.plain("recordedAt"));
        cells.put("kind", row.plain("kind"));
        cells.put("actor", row.object("actor").plain("name"));
        cells.put("actorId", row.object("actor").plain("id"));
        cells.put("text", redacted ? Telling.REDACTED : row.plain("text"));
        cells.put("key", String.valueOf(row.has("key")));
        aboutSlack(row, cells);
        cells.put("data", row.has("data") ? Json.write(row.object("data").object()) : "");
        cells.put("hash", row.plain("hash"));
        cells.put("previous", row.plain("previous"));
        return cells;
    }

    private static void aboutSlack(Fields row, Map<String, String> cells) {
        Fields slack = row.object("slack");
        Fields message = row.object("message");
        cells.put("channel", slack.plain("channel"));
        cells.put("ts", slack.plain("ts"));
        cells.put("threadTs", slack.plain("threadTs"));
        cells.put("version", word(message, "version"));
        cells.put("edited", word(message, "edited"));
        cells.put("deleted", word(message, "deleted"));
        cells.put("files", String.join("; ", Telling.fileNames(message)));
    }

    private static String word(Fields message, String name) {
        return message.has(name) ? String.valueOf(message.object().get(name)) : "";
    }

    static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(unit -> "\",\r\n".indexOf(unit) >= 0) && safe.equals(safe.strip());
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && isBlank(text.charAt(first))) {
            first++;
        }
        boolean sign = first < text.length() && SIGNS.indexOf(text.charAt(first)) >= 0;
        return sign || (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0);
    }

    /** What is not seen: blanks, controls, and marks such as U+FEFF and U+200B. */
    private static boolean isBlank(char unit) {
        return Character.isWhitespace(unit)
                || Character.isSpaceChar(unit)
                || Character.isISOControl(unit)
                || Character.getType(unit) == Character.FORMAT;
    }
}
