package dev.muster.desk;

import dev.muster.desk.Chat.NotEver;
import dev.muster.incident.Arrivals;
import dev.muster.incident.Bringing;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Finishing;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Link;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import dev.muster.timeline.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chores that bring something to an incident: its links, guests, and word from its duplicates. */
public final class BringChores {

    private static final int LONGEST_TITLE = 100;

    private final IncidentDesk desk;
    private final Timelines timelines;
    private final People people;
    private final Chat chat;
    private final House house;

    public BringChores(IncidentDesk desk, Timelines timelines, People people, Chat chat, House house) {
        this.desk = desk;
        this.timelines = timelines;
        this.people = people;
        this.chat = chat;
        this.house = house;
    }

    void bookmarks(Incident incident, ChannelId channel, Claim claim) {
        Map<String, String> links = new LinkedHashMap<>();
        if (!incident.room().video().isEmpty()) {
            links.put("Video call", incident.room().video());
        }
        timelines.keyMoments(incident.id(), Kind.LINK).stream()
                .map(row -> Bringing.link(row.entry()))
                .flatMap(Optional::stream)
                .forEach(link -> put(links, link));
        chat.bookmarks(channel, links);
    }

    /** Links are told apart by their titles; the second one of a title gets a number. */
    private static void put(Map<String, String> links, Link link) {
        String name = link.name().length() <= LONGEST_TITLE
                ? link.name()
                : link.name().substring(0, LONGEST_TITLE - 1) + "…";
        String title = name;
        for (int number = 2; !links.getOrDefault(title, link.url()).equals(link.url()); number++) {
            title = name + " (" + number + ")";
        }
        links.put(title, link.url());
    }

    /** Brings in the guests of one request, and has it said who came. */
    void guests(Incident incident, Claim claim) {
        Optional<Row> asked = timelines.find(incident.id(), claim.promise().subject());
        List<String> guests = asked.map(row -> Bringing.guests(row.entry())).orElse(List.of());
        if (!guests.isEmpty()) {
            ChannelId channel = incident.room()
                    .channel()
                    .orElseThrow(() -> new NotEver(incident.id() + " has no channel to invite anybody to"));
            Arrivals arrivals = chat.invite(channel, guests);
            desk.change(
                    incident.id(),
                    Optional.of("invited:" + claim.key()),
                    (found, at) -> Bringing.invited(
                            found, arrivals, asked.flatMap(row -> row.entry().actor()), at));
        }
    }

    /**
     * Word goes out once for each time that it was promised; if it was taken back meanwhile, only where it had been told.
     */
    void tellOriginal(Incident duplicate, Claim claim) {
        String[] originalAndPerson = claim.promise().subject().split("/", 2);
        IncidentId original = IncidentId.find(originalAndPerson[0]).orElseThrow();
        UserId by = new UserId(originalAndPerson[1]);
        if (duplicate.isDuplicateOf(original)) {
            desk.change(
                    original,
                    Optional.of("duplicate:" + claim.key()),
                    (found, at) -> Finishing.duplicated(
                            found, duplicate, holders(duplicate), people.get(by).actor(), house.handbook(), at));
        } else if (knows(original, duplicate)) {
            desk.change(
                    original,
                    Optional.of("parted:" + claim.key()),
                    (found, at) ->
                            Finishing.parted(found, duplicate, people.get(by).actor(), at));
        }
    }

    private boolean knows(IncidentId original, Incident duplicate) {
        return timelines.keyMoments(original, Kind.LINK).stream()
                .anyMatch(row ->
                        duplicate.id().toString().equals(row.entry().data().get("duplicate")));
    }

    private List<String> holders(Incident duplicate) {
        return Arrays.stream(Role.values())
                .flatMap(role -> duplicate.holder(role).stream()
                        .map(holder -> people.get(holder).name() + " (" + role.title() + ")"))
                .toList();
    }
}
