package dev.muster.command;

import dev.muster.desk.Approval;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.People;
import dev.muster.incident.Change;
import dev.muster.incident.Incident;
import dev.muster.incident.Proposal;
import dev.muster.incident.Proposal.State;
import dev.muster.incident.Proposing;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Proposes something to do about it, and takes the word of whoever decides. */
public final class ProposeVerb implements Verb {

    private final IncidentDesk desk;
    private final People people;

    public ProposeVerb(IncidentDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public String name() {
        return "propose";
    }

    @Override
    public String purpose() {
        return "Proposes something to do about it; the incident commander approves or declines, never who proposed it.";
    }

    @Override
    public List<String> usages() {
        return List.of(
                "propose TEXT",
                "propose approve|decline N [because REASON]",
                "propose halt N [because REASON]",
                "propose done N");
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.text("text", "What do you want to do?", "What, where, how it is undone, what it may break")
                .needed());
    }

    @Override
    public String submit() {
        return "Propose";
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        Phrase said = words.taking("verdict", "^((?:approve|decline|halt|done) #?[1-9][0-9]{0,5})");
        return said.found().containsKey("verdict")
                ? said.taking("reason", "(?:because )?([\\s\\S]+)$").found()
                : said.rest("text");
    }

    @Override
    public Optional<Field> missing(Map<String, String> answers) {
        return answers.containsKey("verdict") ? Optional.empty() : Verb.super.missing(answers);
    }

    @Override
    public Reply act(Request request) {
        return request.find("verdict").isPresent() ? verdict(request) : propose(request);
    }

    private Reply propose(Request request) {
        String text = PlainWords.of(request.get("text"), people);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Proposing.propose(incident, text, request.actor(), at));
        int number = after.conduct().proposals().size();
        return Reply.tell("Proposal %d of %s is before %s, who approves or declines it in the channel. Wait for that."
                .formatted(
                        number,
                        after.id(),
                        Approval.deciders(after, request.by().id())));
    }

    private Reply verdict(Request request) {
        String[] words =
                request.get("verdict").replace("#", "").toLowerCase(Locale.ROOT).split(" ");
        int number = Integer.parseInt(words[1]);
        Proposal proposal = Proposing.proposal(request.incident(), number);
        Optional<String> reason = request.find("reason").map(said -> PlainWords.of(said, people));
        if (!words[0].equals("done")
                && !Approval.mayDecide(
                        request.incident(), proposal, request.by().id())) {
            return notYours(request.incident(), proposal);
        }
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> decision(words[0], incident, number, reason, request, at));
        return Reply.tell("Proposal %d of %s: %s → %s. The channel sees it."
                .formatted(
                        number,
                        after.id(),
                        proposal.state(),
                        Proposing.proposal(after, number).state()));
    }

    private static Change decision(
            String word, Incident incident, int number, Optional<String> reason, Request request, Instant at) {
        return switch (word) {
            case "approve" -> Proposing.decide(incident, number, State.APPROVED, reason, request.actor(), at);
            case "decline" -> Proposing.decide(incident, number, State.DECLINED, reason, request.actor(), at);
            case "halt" -> Proposing.halt(incident, number, reason, request.actor(), at);
            default -> Proposing.done(incident, number, request.actor(), at);
        };
    }

    private static Reply notYours(Incident incident, Proposal proposal) {
        return Reply.tell(
                "Proposal %d of %s is for %s to decide. Nothing was changed. Where nobody is in command: `/incident role ic`."
                        .formatted(
                                proposal.number(),
                                incident.id(),
                                Approval.deciders(incident, proposal.by().id())));
    }
}
