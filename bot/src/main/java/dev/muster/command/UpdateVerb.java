package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.desk.Wording;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Responding;
import dev.muster.incident.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives a status update, and with it moves the time of the next. */
public final class UpdateVerb implements Verb {

    private static final String DOING = "\nWe are doing: ";
    private static final String NEED = "\nWe need: ";
    private static final Pattern PARTS =
            Pattern.compile("(.*?)(?:" + DOING + "(.*?))?(?:" + NEED + "(.*?))?", Pattern.DOTALL);

    private final IncidentDesk desk;
    private final House house;
    private final People people;

    public UpdateVerb(IncidentDesk desk, House house, People people) {
        this.desk = desk;
        this.house = house;
        this.people = people;
    }

    @Override
    public String name() {
        return "update";
    }

    @Override
    public String purpose() {
        return "Tells everyone how things stand, and when the next word comes.";
    }

    @Override
    public List<String> usages() {
        return List.of("update [TEXT] [--next 30m] [--public]");
    }

    @Override
    public String submit() {
        return "Post update";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("text", "What do we know?", "How things stand, for whom")
                        .needed(),
                Field.text("doing", "What are we doing?", ""),
                Field.text("need", "What do we need?", "From whom; empty: nothing"),
                Field.line("next", "Next update in", "30m, 2h; empty: as the severity asks"),
                Field.choice("public", "Word for outside, too?", List.of("no", "yes")));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.flag("public").taking("next", "--next ([0-9]+ ?[a-z]+)").rest("text");
    }

    @Override
    public Reply act(Request request) {
        String text = PlainWords.of(said(request), people);
        Optional<Duration> next = request.find("next").map(UpdateVerb::pause);
        boolean isPublic = request.find("public").filter("yes"::equals).isPresent();
        Optional<String> outside = isPublic && !house.outside().isEmpty() ? request.origin() : Optional.empty();
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) ->
                        Responding.update(incident, text, next, outside, request.actor(), house.handbook(), at));
        return Reply.tell("Your update on %s is on its way to the channel.%s%s"
                .formatted(
                        after.id(),
                        after.rhythm()
                                .due()
                                .map(due -> " The next is owed " + Markup.time(due) + ".")
                                .orElse(""),
                        isPublic ? outside() : ""));
    }

    private String outside() {
        String audiences = house.outside().stream().map(Wording::audience).collect(Collectors.joining(", "));
        return audiences.isEmpty()
                ? " No words for outside are set up (`outside` in the settings), so it stays inside."
                : " The words for outside (%s) follow in the channel.".formatted(audiences);
    }

    /** The form shows the last update, part by part, so that only what is new has to be written. */
    @Override
    public Map<String, String> suggestions(Request request) {
        Map<String, String> parts = new TreeMap<>(Map.of("public", "no"));
        request.incident().rhythm().latest().ifPresent(last -> {
            Matcher matcher = PARTS.matcher(last.text());
            if (matcher.matches()) {
                Optional.ofNullable(matcher.group(1)).ifPresent(text -> parts.put("text", text));
                Optional.ofNullable(matcher.group(2)).ifPresent(text -> parts.put("doing", text));
                Optional.ofNullable(matcher.group(3)).ifPresent(text -> parts.put("need", text));
            }
        });
        return parts;
    }

    private static String said(Request request) {
        return request.get("text")
                + request.find("doing").map(words -> DOING + words).orElse("")
                + request.find("need").map(words -> NEED + words).orElse("");
    }

    static Duration pause(String words) {
        return Words.duration(words)
                .filter(duration -> !duration.isZero())
                .orElseThrow(() -> new Refusal("`%s` is no length of time. Nothing was changed. Try `30m` or `2h`."
                        .formatted(Words.again(words))));
    }
}
