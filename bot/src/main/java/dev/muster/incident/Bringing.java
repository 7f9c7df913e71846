package dev.muster.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is brought to an incident while it is on: links, and people. Pure decisions. */
public final class Bringing {

    private static final String URL = "url";
    private static final String TITLE = "title";
    private static final String GUESTS = "guests";

    private Bringing() {}

    /** A page that everybody needs at hand: told to the channel, and kept on its bookmarks bar. */
    public static Change link(Incident incident, Link link, Actor by, Instant at) {
        incident.requireNotClosed();
        String text = link.title().isEmpty() ? link.url() : link.title() + ": " + link.url();
        Entry entry = Entry.of(at, Kind.LINK, by, text)
                .with(URL, link.url())
                .with(TITLE, link.title())
                .asKey()
                .asTold();
        return Change.none(incident).saying(entry).promising(Chore.BOOKMARKS, at);
    }

    /** The link that a line tells of; empty for any other line, and for one that was redacted. */
    public static Optional<Link> link(Entry line) {
        return line.kind() == Kind.LINK && line.data().get(URL) instanceof String url
                ? Optional.of(new Link(url, String.valueOf(line.data().getOrDefault(TITLE, ""))))
                : Optional.empty();
    }

    /**
     * People and user groups are asked in. Who has come is known, and said, once Slack has been asked.
     *
     * @param guests ids of people and of user groups, and handles, with the names by which they are spoken of
     * @param key the request's own, by which the chore finds this line
     */
    public static Change invite(Incident incident, Map<String, String> guests, Actor by, String key, Instant at) {
        incident.requireNotClosed();
        Entry entry = Entry.of(at, Kind.NOTE, by, "Asked in: " + String.join(", ", guests.values()))
                .with(GUESTS, List.copyOf(guests.keySet()))
                .from(Origin.of(key));
        return Change.none(incident).saying(entry).promising(Promise.toRoom(incident.id(), Chore.INVITE, key, at));
    }

    /** Who was asked in, by {@link #invite}. */
    public static List<String> guests(Entry line) {
        return line.data().get(GUESTS) instanceof List<?> guests
                ? guests.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The line that says who has come, in the name of whoever asked them in. */
    public static Change invited(Incident incident, Arrivals arrivals, Optional<Actor> by, Instant at) {
        Entry entry = new Entry(at, Kind.NOTE, by, sentence(arrivals), Map.of(), Origin.NONE, false, false)
                .with("invited", ids(arrivals.invited()))
                .with("present", ids(arrivals.present()))
                .with("failed", arrivals.failures());
        return Change.none(incident).saying(incident.stage() == Stage.CLOSED ? entry : entry.asTold());
    }

    private static String sentence(Arrivals arrivals) {
        List<String> parts = new ArrayList<>();
        if (!arrivals.invited().isEmpty()) {
            parts.add("Invited " + names(arrivals.invited()) + ".");
        }
        if (!arrivals.present().isEmpty()) {
            parts.add("In the channel already: " + names(arrivals.present()) + ".");
        }
        arrivals.failures().forEach(why -> parts.add(why + "."));
        return parts.isEmpty() ? "Invited nobody: the groups named are empty." : String.join(" ", parts);
    }

    private static String names(List<Actor> people) {
        return String.join(", ", people.stream().map(Actor::name).toList());
    }

    private static List<String> ids(List<Actor> people) {
        return people.stream().map(Actor::id).map(UserId::value).toList();
    }
}
