package dev.muster.timeline.export;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Role;
import dev.muster.incident.Stage;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Survey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a pass over the rows gathers for the picture of an incident, as the rows had it when they were written. */
final class Story {

    private static final Set<Kind> SAID = Set.of(Kind.MESSAGE, Kind.BOT);
    private static final Set<Kind> SHOWN_OTHERWISE =
            Set.of(Kind.DECLARED, Kind.STAGE, Kind.SEVERITY, Kind.ROLE, Kind.UPDATE, Kind.DECISION);

    final List<Moment> stages = new ArrayList<>();
    final List<Moment> severities = new ArrayList<>();
    final Map<Role, List<Moment>> roles = new EnumMap<>(Role.class);
    final List<Moment> updates = new ArrayList<>();
    final List<Moment> decisions = new ArrayList<>();
    final List<Moment> others = new ArrayList<>();
    final Marked marked = new Marked();
    final Density talk = new Density();
    final Density anything = new Density();
    private Instant last = Instant.MIN;

    void see(Reading reading) {
        Entry entry = reading.entry();
        anything.see(reading.at());
        last = reading.at().isAfter(last) ? reading.at() : last;
        turn(entry, reading);
        if (entry.kind() == Kind.UPDATE) {
            keep(updates, Moment.of(reading));
        } else if (entry.kind() == Kind.DECISION) {
            keep(decisions, Moment.of(reading));
        } else if (isOtherKeyMoment(entry)) {
            keep(others, Moment.of(reading));
        } else {
            talk(entry, reading);
        }
    }

    /** When the latest of all rows happened; empty if there is none. */
    Optional<Instant> last() {
        return Optional.of(last).filter(at -> !at.equals(Instant.MIN));
    }

    private static boolean isOtherKeyMoment(Entry entry) {
        boolean correction = entry.data().containsKey("corrects");
        return entry.key() && !correction && !SHOWN_OTHERWISE.contains(entry.kind());
    }

    private void talk(Entry entry, Reading reading) {
        if (entry.kind() == Kind.MESSAGE) {
            talk.see(reading.at());
        }
        entry.origin().message().ifPresent(message -> {
            if (SAID.contains(entry.kind())) {
                marked.said(message, Moment.of(reading));
            } else if (Survey.MARK.equals(entry.data().get("reaction"))) {
                marked.marked(message);
            }
        });
    }

    private void turn(Entry entry, Reading reading) {
        Fields data = new Fields(entry.data());
        switch (entry.kind()) {
            case DECLARED -> {
                keep(stages, named(reading, Stage.DETECTED.toString()));
                keep(severities, named(reading, data.plain("severity")));
            }
            case STAGE -> data.text("to").ifPresent(to -> keep(stages, named(reading, to)));
            case SEVERITY -> data.text("to").ifPresent(to -> keep(severities, named(reading, to)));
            case ROLE ->
                Role.find(data.plain("role"))
                        .ifPresent(role -> keep(
                                roles.computeIfAbsent(role, any -> new ArrayList<>()),
                                named(reading, holder(role, entry))));
            default -> {}
        }
    }

    /** The name as the row tells it, or at least the id; empty when the role was given up. */
    private static String holder(Role role, Entry entry) {
        String ending = " is " + role.title();
        return entry.text().endsWith(ending)
                ? entry.text().substring(0, entry.text().length() - ending.length())
                : new Fields(entry.data()).plain("to");
    }

    private static Moment named(Reading reading, String name) {
        return new Moment(reading.row().seq(), reading.at(), Telling.shortened(name, Moment.LONGEST));
    }

    private static void keep(List<Moment> moments, Moment moment) {
        if (moments.size() < Glance.MOST) {
            moments.add(moment);
        }
    }
}
