package dev.muster.command;

import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Figures of an impact as people type them. */
final class ImpactWords {

    private static final Pattern NUMBER = Pattern.compile("(?i)([0-9][0-9,'. ]*)(k|m)?");
    private static final Pattern USERS = Pattern.compile(
            "(?i)(?:about |~)?(?:(?<number>[0-9][0-9,'. ]*[km]?)(?![0-9.]* ?%))?[ ]*\\(?(?<share>[0-9]{1,3}(?:\\.[0-9]+)? ?%)?\\)?");
    private static final Pattern SLO = Pattern.compile("([^=,]{1,60})=([0-9]{1,3}(?:\\.[0-9]+)?) ?%");
    private static final long MOST = 10_000_000_000L;

    private ImpactWords() {}

    /** The share of all users that is said; empty if only a number is. */
    static Optional<String> share(String words) {
        return Optional.ofNullable(users(words).group("share")).map(share -> share.replaceAll("\\s", ""));
    }

    private static Matcher users(String words) {
        Matcher matcher = USERS.matcher(words.strip());
        if (!matcher.matches() || matcher.group("number") == null && matcher.group("share") == null) {
            throw noUsers(words);
        }
        return matcher;
    }

    private static Refusal noUsers(String words) {
        return new Refusal("`%s` is no number of users. Nothing was changed. Try `1200`, `3k`, `85%%` or `8500 (85%%)`."
                .formatted(Words.again(words)));
    }

    /** The number of users that is said; empty if only a share is. */
    static Optional<Long> number(String words) {
        return Optional.ofNullable(users(words).group("number")).map(number -> count(number, words));
    }

    private static long count(String number, String words) {
        Matcher matcher = NUMBER.matcher(number.strip());
        String digits = matcher.matches() ? matcher.group(1).replaceAll("[^0-9]", "") : "";
        if (digits.isEmpty() || digits.length() > 10) {
            throw noUsers(words);
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("");
        return Math.min(
                MOST, Long.parseLong(digits) * (unit.isEmpty() ? 1 : unit.equalsIgnoreCase("k") ? 1_000 : 1_000_000));
    }

    static List<String> services(String words) {
        return Arrays.stream(words.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    static Map<String, String> slo(String words) {
        Map<String, String> slos = new TreeMap<>();
        for (String part : words.split(",")) {
            Matcher matcher = SLO.matcher(part.strip());
            if (!matcher.matches()) {
                throw new Refusal("`%s` is no error budget. Nothing was changed. Try `checkout=12%%`."
                        .formatted(Words.again(part)));
            }
            slos.put(matcher.group(1).strip(), matcher.group(2) + "%");
        }
        return slos;
    }

    /** Named figures, separated by semicolons or lines: they may hold commas themselves. */
    static Map<String, String> figures(String words) {
        Map<String, String> figures = new TreeMap<>();
        for (String part : words.split("[;\n]")) {
            String[] named = part.split("=", 2);
            if (named.length == 2 && !named[0].isBlank() && !named[1].isBlank()) {
                figures.put(named[0].strip(), named[1].strip());
            } else if (!part.isBlank()) {
                throw new Refusal("`%s` is no figure with a name. Nothing was changed. Try `error rate=0.5%% → 8%%`."
                        .formatted(Words.again(part)));
            }
        }
        return figures;
    }

    static String figures(Map<String, String> figures) {
        return figures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(figure -> figure.getKey() + "=" + figure.getValue())
                .collect(Collectors.joining("; "));
    }
}
