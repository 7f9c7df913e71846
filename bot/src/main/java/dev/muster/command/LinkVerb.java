package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.incident.Bringing;
import dev.muster.incident.Incident;
import dev.muster.incident.Link;
import java.util.List;
import java.util.Map;

/** Keeps a page at hand that everybody needs. */
public final class LinkVerb implements Verb {

    private final IncidentDesk desk;
    private final People people;

    public LinkVerb(IncidentDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public String name() {
        return "link";
    }

    @Override
    public String purpose() {
        return "Puts a page on the channel's bookmarks bar and on the timeline.";
    }

    @Override
    public List<String> usages() {
        return List.of("link URL [TITLE]");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.line("url", "Which page?", "Its address: https://…").needed(),
                Field.line("title", "What is it called?", "Empty: its address"));
    }

    @Override
    public String submit() {
        return "Add link";
    }

    /** Slack puts what looks like a link in angle brackets, with what was typed as its label. */
    @Override
    public Map<String, String> understand(Phrase words) {
        words.take("^<([^<>]+)>").ifPresentOrElse(link -> unwrap(link, words.found()), () -> words.word("url"));
        return words.rest("title");
    }

    private static void unwrap(String link, Map<String, String> found) {
        String[] urlAndLabel = link.split("\\|", 2);
        found.put("url", urlAndLabel[0]);
        if (urlAndLabel.length == 2 && !urlAndLabel[0].endsWith(urlAndLabel[1])) {
            found.put("title", urlAndLabel[1]);
        }
    }

    @Override
    public Reply act(Request request) {
        String title =
                request.find("title").map(words -> PlainWords.of(words, people)).orElse("");
        Link link = new Link(PlainWords.of(request.get("url"), people), title);
        Incident after = desk.change(
                request.id(), request.origin(), (incident, at) -> Bringing.link(incident, link, request.actor(), at));
        return Reply.tell("The link is on the timeline of %s and on its way to the channel's bookmarks: %s"
                .formatted(after.id(), Markup.link(link.url(), link.name())));
    }
}
