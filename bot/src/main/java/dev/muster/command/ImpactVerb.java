package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.incident.Assessing;
import dev.muster.incident.Handbook;
import dev.muster.incident.Impact;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the incident does to others. What is not said stays as it was known. */
public final class ImpactVerb implements Verb {

    private static final Pattern NUMBER = Pattern.compile("(?i)(?:about |~)?([0-9][0-9,'. ]*)(k|m)?");
    private static final Pattern SLO = Pattern.compile("([^=,]{1,60})=([0-9]{1,3}(?:\\.[0-9]+)?) ?%");
    private static final long MOST = 10_000_000_000L;

    private final IncidentDesk desk;
    private final People people;
    private final Handbook handbook;

    public ImpactVerb(IncidentDesk desk, Handbook handbook, People people) {
        this.desk = desk;
        this.handbook = handbook;
        this.people = people;
    }

    @Override
    public String name() {
        return "impact";
    }

    @Override
    public String purpose() {
        return "Says what it does to users, services, revenue and error budgets, as far as it is known.";
    }

    @Override
    public List<String> usages() {
        return List.of("impact [TEXT] [--users N] [--revenue N] [--services a,b] [--slo NAME=N%] [--public]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("text", "What does it do to whom?", "As they notice it, e.g. cards are declined in Europe"),
                Field.line("users", "How many users are hit?", "A number: 1200, 3k"),
                Field.line("services", "Which services?", "Names, separated by commas"),
                Field.line("revenue", "What does it cost?", "e.g. 12,000 EUR an hour"),
                Field.line("slo", "How much of which error budget is gone?", "e.g. checkout=12%"),
                Field.choice("public", "Does the public take notice?", List.of("no", "yes")));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.flag("public")
                .taking("users", "--users[ =](\\S+)")
                .taking("services", "--services[ =](\\S+)")
                .taking("revenue", "--revenue[ =](\"[^\"]+\"|\\S+)")
                .taking("slo", "--slo[ =](\\S+)")
                .rest("text");
    }

    /** Nothing at all asks with the form. */
    @Override
    public Optional<Field> missing(Map<String, String> answers) {
        return fields().stream().anyMatch(field -> answers.containsKey(field.name()))
                ? Optional.empty()
                : Optional.of(fields().get(0));
    }

    @Override
    public Map<String, String> suggestions(Request request) {
        Impact known = request.incident().conduct().impact();
        Map<String, String> filled = new TreeMap<>(Map.of("text", known.text()));
        filled.put("services", String.join(", ", known.services()));
        filled.put("public", known.watched() ? "yes" : "no");
        known.users().ifPresent(number -> filled.put("users", number.toString()));
        known.revenue().ifPresent(sum -> filled.put("revenue", sum));
        return filled;
    }

    @Override
    public Reply act(Request request) {
        Impact said = said(request);
        Impact before = request.incident().conduct().impact();
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Assessing.impact(incident, said, request.actor(), handbook, at));
        Impact now = after.conduct().impact();
        return Reply.tell(
                now.equals(before)
                        ? "That is known already; nothing was changed. Impact of %s: %s."
                                .formatted(after.id(), words(now))
                        : "Impact of %s: %s → %s. The channel is told."
                                .formatted(after.id(), words(before), words(now)));
    }

    private Impact said(Request request) {
        return new Impact(
                request.find("text").map(words -> PlainWords.of(words, people)).orElse(""),
                request.find("users").map(ImpactVerb::number),
                request.find("revenue").map(words -> PlainWords.of(words.replace("\"", ""), people)),
                request.find("services").map(ImpactVerb::services).orElse(List.of()),
                request.find("slo").map(ImpactVerb::slo).orElse(Map.of()),
                request.find("public").filter("yes"::equals).isPresent());
    }

    private static long number(String words) {
        Matcher matcher = NUMBER.matcher(words.strip());
        String digits = matcher.matches() ? matcher.group(1).replaceAll("[^0-9]", "") : "";
        if (digits.isEmpty() || digits.length() > 10) {
            throw new Refusal("`%s` is no number of users. Nothing was changed. Try `1200` or `3k`."
                    .formatted(Words.again(words)));
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

    private static Map<String, String> slo(String words) {
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

    private static String words(Impact impact) {
        return impact.isKnown() ? Markup.escape(Assessing.inWords(impact), 800) : "unknown";
    }
}
