package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Responding;
import dev.muster.incident.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a status update, and with it moves the time of the next. */
public final class UpdateVerb implements Verb {

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
        return List.of("update [TEXT] [--next 30m]");
    }

    @Override
    public String submit() {
        return "Post update";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("text", "How do things stand?", "What is known, what is being done, what comes next")
                        .needed(),
                Field.line("next", "Next update in", "30m, 2h; empty: as the severity asks"));
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.flag("public").taking("next", "--next ([0-9]+ ?[a-z]+)").rest("text");
    }

    @Override
    public Reply act(Request request) {
        String text = PlainWords.of(request.get("text"), people);
        Optional<Duration> next = request.find("next").map(UpdateVerb::pause);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Responding.update(incident, text, next, request.actor(), house.handbook(), at));
        String inside = request.find("public").isPresent() ? " No status page is set up, so it stays inside." : "";
        return Reply.tell("Your update on %s is on its way to the channel.%s%s"
                .formatted(
                        after.id(),
                        after.rhythm()
                                .due()
                                .map(due -> " The next is owed " + Markup.time(due) + ".")
                                .orElse(""),
                        inside));
    }

    static Duration pause(String words) {
        return Words.duration(words)
                .filter(duration -> !duration.isZero())
                .orElseThrow(() -> new Refusal(
                        "`%s` is no length of time. Nothing was changed. Try `30m` or `2h`.".formatted(words)));
    }
}
