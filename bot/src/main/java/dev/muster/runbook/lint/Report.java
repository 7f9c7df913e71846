package dev.muster.runbook.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.config.Place;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Findings, told to people and to programs. */
public final class Report {

    private static final ObjectMapper json = new ObjectMapper();

    private Report() {}

    /** A line for each. */
    public static String text(List<Finding> findings) {
        return findings.stream().map(finding -> finding + "\n").reduce("", String::concat);
    }

    /** A list of objects. */
    public static String json(List<Finding> findings) {
        return pretty(findings.stream()
                .map(finding -> map(
                        "file", finding.place().file(),
                        "line", finding.place().line(),
                        "column", finding.place().column(),
                        "rule", finding.rule().toString(),
                        "level", finding.rule().level().toString(),
                        "message", finding.what()))
                .toList());
    }

    /** SARIF 2.1.0, which code hosts show beside the lines. */
    public static String sarif(List<Finding> findings) {
        List<Object> rules = Stream.of(Rule.values())
                .map(rule -> (Object) map(
                        "id", rule.toString(),
                        "shortDescription", map("text", rule.promise() + "."),
                        "defaultConfiguration", map("level", rule.level().toString())))
                .toList();
        Map<String, Object> driver = map("name", "muster runbook lint", "rules", rules);
        Map<String, Object> run = map(
                "tool", map("driver", driver),
                "columnKind", "utf16CodeUnits",
                "results", findings.stream().map(Report::result).toList());
        return pretty(map(
                "$schema", "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs", List.of(run)));
    }

    private static Map<String, Object> result(Finding finding) {
        Place place = finding.place();
        Map<String, Object> physical = map("artifactLocation", map("uri", uri(place.file())));
        if (place.line() > 0) {
            physical.put("region", map("startLine", place.line(), "startColumn", place.column()));
        }
        return map(
                "ruleId", finding.rule().toString(),
                "ruleIndex", finding.rule().ordinal(),
                "level", finding.rule().level().toString(),
                "message", map("text", finding.what()),
                "locations", List.of(map("physicalLocation", physical)));
    }

    /** Relative, so that it is found wherever the files lie; with what an address may not have escaped. */
    private static String uri(String file) {
        String path = file.replace(File.separatorChar, '/');
        try {
            return new URI(path.startsWith("/") ? "file" : null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "file";
        }
    }

    private static String pretty(Object value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write findings", e);
        }
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            map.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return map;
    }
}
