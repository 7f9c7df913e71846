package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Policy;
import dev.muster.desk.ReviewDesk;
import dev.muster.incident.IncidentId;
import dev.muster.review.Document;
import dev.muster.review.Postmortem;
import dev.muster.review.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what an incident leaves behind, hands it out, and publishes it. */
public final class PostmortemVerb implements Verb {

    private static final int LINE = 700;
    private static final int SHOWN = 3;
    private static final int OFFERED = 4;

    private final ReviewDesk desk;
    private final Handout handout;

    public PostmortemVerb(ReviewDesk desk, Handout handout) {
        this.desk = desk;
        this.handout = handout;
    }

    @Override
    public String name() {
        return "postmortem";
    }

    @Override
    public String purpose() {
        return "Shows the post-mortem: what the record says, what people wrote, what is missing; publishes it.";
    }

    @Override
    public List<String> usages() {
        return List.of("postmortem", "postmortem export", "postmortem publish");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.word("what").found();
    }

    /** To look is free. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        if (asks(request, "publish")) {
            policy.require(name(), request.about(), request.by().id());
        }
    }

    @Override
    public Reply act(Request request) {
        if (asks(request, "publish")) {
            Postmortem done = desk.publish(request.id(), request.said().origin(), request.actor());
            return Reply.tell(
                    "The post-mortem of %s is published, version %d.".formatted(request.id(), done.version()));
        }
        Document document = desk.document(request.incident(), request.by().zone());
        return asks(request, "export")
                ? handout.send(request.incident(), request.by(), name(request.id()), document.editable())
                : shown(request, document);
    }

    private static String name(IncidentId id) {
        return id.toString().toLowerCase(Locale.ROOT) + "-postmortem.md";
    }

    private static boolean asks(Request request, String what) {
        return request.find("what").filter(what::equals).isPresent();
    }

    private Reply shown(Request request, Document document) {
        Postmortem latest = document.postmortem();
        List<String> lines = new ArrayList<>();
        lines.add("*Post-mortem of %s*: %s".formatted(request.id(), standing(latest)));
        lines.add(Markup.escape(document.plain(Section.SUMMARY), LINE));
        if (!document.missing().isEmpty()) {
            lines.add("*Only people know:* "
                    + document.missing().stream().map(Section::title).collect(Collectors.joining(", ")));
        }
        evidence(document, lines);
        return Reply.offer(String.join("\n", lines), choices(request.id(), document, latest));
    }

    private static void evidence(Document document, List<String> lines) {
        List<String> bare = document.bare();
        if (!bare.isEmpty()) {
            lines.add("*Lines without evidence:* %d (#12 points to row 12)\n%s"
                    .formatted(
                            bare.size(),
                            bare.stream()
                                    .limit(SHOWN)
                                    .map(line -> "• " + Markup.escape(line, 150))
                                    .collect(Collectors.joining("\n"))));
        }
        if (!document.broken().isEmpty()) {
            lines.add("*Rows that do not exist:* "
                    + document.broken().stream().map(row -> "#" + row).collect(Collectors.joining(", ")));
        }
    }

    private static String standing(Postmortem latest) {
        return latest.publication()
                .map(done ->
                        "published by %s".formatted(Markup.mention(done.by().id())))
                .orElse(
                        latest.version() == 0
                                ? "a draft, drawn from the record"
                                : "a draft, version " + latest.version());
    }

    private static Choice write(IncidentId id, Section section) {
        String form = section == Section.WHYS ? "form %s why" : "form %s write " + section.word();
        return new Choice("Write: " + section.title(), form.formatted(id));
    }

    private static Choice[] choices(IncidentId id, Document document, Postmortem latest) {
        List<Choice> choices = new ArrayList<>();
        document.missing().stream().limit(OFFERED).forEach(section -> choices.add(write(id, section)));
        choices.add(new Choice("As a file", id + " postmortem export"));
        if (!latest.isPublished()) {
            choices.add(new Choice("Publish", id + " postmortem publish"));
        }
        return choices.toArray(Choice[]::new);
    }
}
