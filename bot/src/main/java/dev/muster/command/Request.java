package dev.muster.command;

import dev.muster.desk.Person;
import dev.muster.incident.Actor;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What somebody asks of a verb: about which incident, with which answers. */
public record Request(Said said, Optional<Incident> about, Map<String, String> answers) {

    public Request {
        answers = Map.copyOf(answers);
    }

    /** The incident that this is about; only for verbs that are about one. */
    Incident incident() {
        return about.orElseThrow(() -> new IllegalStateException("not about an incident: " + said.words()));
    }

    IncidentId id() {
        return incident().id();
    }

    Person by() {
        return said.by();
    }

    Actor actor() {
        return said.by().actor();
    }

    Optional<String> origin() {
        return Optional.of(said.origin());
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(answers.get(name)).map(String::strip).filter(answer -> !answer.isEmpty());
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new Refusal("Something is missing: " + name + ". Nothing was changed."));
    }

    /** When it happened, if that was said; else now. */
    Instant moment(String name) {
        return find(name)
                .map(words -> TimeWords.moment(words, said.at(), by().zone()))
                .orElse(said.at());
    }
}
