package dev.muster.incident;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an alert says of itself, by names, e.g. {@code alertname} and {@code runbook_url} (prometheus.io, "Alerting rules"). */
public final class Labels {

    /** By it an alert says where its runbook is. */
    public static final String RUNBOOK = "runbook_url";

    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,60}";
    /** Without any of them a message is no alert's, however many colons it has. */
    private static final Set<String> TELLING = Set.of("alertname", RUNBOOK, "instance", "job");

    private static final int MOST = 50;
    private static final int LONGEST = 300;

    /** As alerts are written in messages: a line each, a name and a value, with or without emphasis. */
    private static final Pattern LINE =
            Pattern.compile("(?m)^[\\s•*_-]{0,8}(%s)[*_ ]{0,3}[:=][*_ ]{0,3}`?<?([^\\s`|>][^\\n`|>]{0,%d})"
                    .formatted(NAME, LONGEST - 1));

    private Labels() {}

    /**
     * Reads {@code name=value, name=value}.
     *
     * @throws Refusal if it is written otherwise
     */
    public static Map<String, String> parse(String text) {
        Map<String, String> labels = new TreeMap<>();
        for (String part : text.split("[,\\n]")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length < 2 || !pair[0].strip().matches(NAME) || pair[1].length() > LONGEST) {
                throw new Refusal(
                        "`%s` is no label. Write name=value, several with commas between. Nothing was declared."
                                .formatted(Words.again(part.strip())));
            }
            labels.put(pair[0].strip(), pair[1].strip());
        }
        return labels;
    }

    /** Those that stand in a message of an alert, as {@link #parse} reads them; empty if there are none. */
    public static String in(String message) {
        Map<String, String> labels = new TreeMap<>();
        Matcher lines = LINE.matcher(message);
        while (lines.find() && labels.size() < MOST) {
            labels.putIfAbsent(lines.group(1), lines.group(2).strip().replace(',', ';'));
        }
        return labels.keySet().stream().anyMatch(TELLING::contains) ? write(labels) : "";
    }

    /** As {@link #parse} reads them, by their names. */
    static String write(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("");
    }
}
