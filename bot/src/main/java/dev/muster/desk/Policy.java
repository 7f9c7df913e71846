package dev.muster.desk;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Stage;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may see and do what, asked at every entrance alike. Answers at once: nothing here waits for Slack. */
public final class Policy {

    private static final int MOST_NAMED = 5;

    private final Table table;
    private final Groups groups;
    private final People people;

    public Policy(Table table, Groups groups, People people) {
        this.table = table;
        this.groups = groups;
        this.people = people;
    }

    /**
     * What the settings say.
     *
     * @param verbs whom each verb is left to; one that is not there is anyone's
     * @param admins ids of people (U…, W…) and of user groups (S…)
     */
    public record Table(Map<String, Audience> verbs, List<String> admins) {

        public Table {
            verbs = Map.copyOf(verbs);
            admins = List.copyOf(admins);
        }

        /** Those of the admins that are groups. */
        public List<String> adminGroups() {
            return admins.stream().filter(Table::isGroup).toList();
        }

        static boolean isGroup(String id) {
            return id.startsWith("S");
        }

        private Audience of(String verb) {
            return verbs.getOrDefault(verb, Audience.ANYONE);
        }
    }

    /**
     * Whether somebody may know of an incident. A private one is known to its responders, and to whoever asks from within
     * its channel; to be an admin opens none.
     */
    public static boolean maySee(Incident incident, UserId person, ChannelId here) {
        return !incident.facts().isPrivate()
                || Audience.RESPONDER.includes(incident, person)
                || incident.room().channel().equals(Optional.of(here));
    }

    /**
     * Lets nobody pass who may not use a verb.
     *
     * @param verb as it stands in the settings, e.g. {@code hold-end}
     * @param about the incident it would be used on; none for what is about no incident that is there already
     * @throws Refusal that says who may
     */
    public void require(String verb, Optional<Incident> about, UserId person) {
        Audience audience = table.of(verb);
        if (!may(audience, about, person)) {
            String who =
                    about.map(incident -> audience.in(incident, this::name)).orElse("an admin");
            throw refusal(who, "use `/incident " + verb.replace('-', ' ') + "`", audience, about, person);
        }
    }

    /** Lets nobody take words off the record but whoever said them, and whom the settings leave that to. */
    public void requireRedact(Incident incident, long seq, Entry line, UserId person) {
        Audience audience = table.of("redact");
        boolean isOwn = line.actor().map(Actor::id).filter(person::equals).isPresent();
        if (!isOwn && !may(audience, Optional.of(incident), person)) {
            String who = "whoever said it or " + audience.in(incident, this::name);
            throw refusal(who, "redact line " + seq, audience, Optional.of(incident), person);
        }
    }

    private boolean may(Audience audience, Optional<Incident> about, UserId person) {
        return audience == Audience.ANYONE
                || about.filter(incident -> audience.includes(incident, person)).isPresent()
                || isAdmin(person);
    }

    /** Whether somebody is an admin, by name or by a group that is known. */
    public boolean isAdmin(UserId person) {
        return admins().anyMatch(person::equals);
    }

    private Stream<UserId> admins() {
        return table.admins().stream()
                .flatMap(id -> Table.isGroup(id)
                        ? groups.members(id).stream().flatMap(Set::stream)
                        : Stream.of(new UserId(id)));
    }

    private Refusal refusal(String who, String what, Audience audience, Optional<Incident> about, UserId person) {
        return new Refusal("Only %s may %s. Nothing was changed. %s%s"
                .formatted(who, what, about.map(in -> ask(audience, in, person)).orElseGet(this::askAdmin), unread()));
    }

    /** What to do instead. A role is not offered where it could not be taken. */
    private String ask(Audience audience, Incident incident, UserId person) {
        boolean canTakeRole = incident.stage() != Stage.CLOSED && may(table.of("role"), Optional.of(incident), person);
        String role = "`/incident %d role ic`.".formatted(incident.id().number());
        return switch (audience) {
            case ANYONE, ADMIN -> askAdmin();
            case COMMANDER -> canTakeRole ? "Ask them, or take the role: " + role : "Ask them.";
            case RESPONDER, LEAD -> canTakeRole ? "Ask them, or take a role, e.g. " + role : "Ask them.";
        };
    }

    private String askAdmin() {
        String names = admins().distinct()
                .limit(MOST_NAMED)
                .map(admin -> "@" + name(admin))
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "Whoever runs me can name admins in the settings, under `policy`."
                : "Ask an admin: " + names + ".";
    }

    private String unread() {
        String unread = table.adminGroups().stream()
                .filter(group -> groups.members(group).isEmpty())
                .collect(Collectors.joining(", "));
        return unread.isEmpty()
                ? ""
                : " Slack has not told me yet who is in the user group %s, so I cannot tell whether you are an admin. Try again in a minute."
                        .formatted(unread);
    }

    private String name(UserId person) {
        return people.get(person).name();
    }
}
