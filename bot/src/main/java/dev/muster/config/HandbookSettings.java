package dev.muster.config;

import static java.util.stream.Collectors.toMap;

import dev.muster.incident.Criterion;
import dev.muster.incident.Gate;
import dev.muster.incident.Guess;
import dev.muster.incident.Handbook;
import dev.muster.incident.Handbook.PressRule;
import dev.muster.incident.Handbook.RoleRule;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Handbook.WatchRule;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.Watch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the team has agreed on beforehand. */
final class HandbookSettings {

    private final SettingsTree tree;

    HandbookSettings(SettingsTree tree) {
        this.tree = tree;
    }

    /** @throws Mistake for the first thing that is wrong */
    Handbook handbook() {
        return new Handbook(
                Arrays.stream(Severity.values()).collect(toMap(severity -> severity, this::severity)),
                Arrays.stream(Role.values()).collect(toMap(role -> role, this::role)),
                tree.duration("roles.nudge-after"),
                escalation(),
                new ReminderSettings(tree).rule(),
                new ServiceSettings(tree).catalogue(),
                tree.list("closing.requires").stream().map(this::gate).collect(Collectors.toSet()),
                new PressRule(tree.duration("updates.direct-after"), tree.duration("updates.escalate-after")),
                Arrays.stream(Watch.values()).collect(toMap(watch -> watch, this::watch)));
    }

    private SeverityRule severity(Severity severity) {
        String path = "severities." + severity;
        return new SeverityRule(
                tree.text(path + ".meaning"),
                tree.duration(path + ".update-every"),
                tree.duration(path + ".response-time"),
                somebody(path + ".escalation"),
                tree.list(path + ".invite"));
    }

    /** Who is told next; a name that is blank is nobody. */
    private List<String> somebody(String path) {
        List<String> next = tree.list(path);
        if (next.isEmpty() || next.stream().anyMatch(String::isBlank)) {
            throw tree.mistake(
                    path, "here somebody is nobody. Name at least one who is told next, e.g. [On-call engineer].");
        }
        return next;
    }

    private RoleRule role(Role role) {
        String path = "roles." + role;
        return new RoleRule(
                tree.list(path + ".duties"), tree.text(path + ".authority"), tree.list(path + ".checklist"));
    }

    private Map<Criterion, Duration> escalation() {
        return Map.of(
                Criterion.UNCLEAR, tree.duration("escalation.not-understood-after"),
                Criterion.UNMITIGATED, tree.duration("escalation.not-mitigated-after"),
                Criterion.LASTING, tree.duration("escalation.lasting-longer-than"),
                Criterion.CRITICAL, tree.duration("escalation.critical-service-after"),
                Criterion.WATCHED, tree.duration("escalation.public-interest-after"));
    }

    private WatchRule watch(Watch watch) {
        String path = "watches." + watch;
        return new WatchRule(tree.duration(path + ".after"), tree.text(path + ".say"));
    }

    private Gate gate(String word) {
        List<String> known = Arrays.stream(Gate.values()).map(Gate::toString).toList();
        return Gate.find(word)
                .orElseThrow(() -> tree.mistake(
                        "closing.requires",
                        "there is no \"%s\" to ask for.%s Write any of %s."
                                .formatted(word, Guess.sentence(word, known), String.join(", ", known))));
    }
}
