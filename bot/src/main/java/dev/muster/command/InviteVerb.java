package dev.muster.command;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Markup;
import dev.muster.desk.People;
import dev.muster.incident.Bringing;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks people and user groups into the channel. */
public final class InviteVerb implements Verb {

    private static final Pattern PERSON =
            Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>|(?<![^\\s,])([UW][A-Z0-9]{2,})(?![^\\s,])");
    private static final Pattern GROUP = Pattern.compile("<!subteam\\^(S[A-Z0-9]+)(?:\\|([^>]*))?>|(S[A-Z0-9]{2,})");
    private static final Pattern HANDLE = Pattern.compile("@[^\\s<>@,]+");
    private static final Pattern WORD = Pattern.compile("<[^<>]*>|[^\\s,<]+|<");

    private final IncidentDesk desk;
    private final People people;

    public InviteVerb(IncidentDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public String name() {
        return "invite";
    }

    @Override
    public String purpose() {
        return "Invites people and user groups to the channel, and says who came and who could not.";
    }

    @Override
    public List<String> usages() {
        return List.of("invite @user…");
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.people("people", "Whom?", "As many as you like"),
                Field.line("others", "Who else?", "User groups by their id (S…), people by their @handle"));
    }

    @Override
    public String submit() {
        return "Invite";
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        Matcher mention = PERSON.matcher(words.rest());
        List<String> ids = mention.results().map(InviteVerb::id).distinct().toList();
        String others = mention.reset().replaceAll(" ").strip();
        return Map.of("people", String.join(",", ids), "others", others);
    }

    /** Either answer will do. */
    @Override
    public Optional<Field> missing(Map<String, String> answers) {
        return fields().stream().anyMatch(field -> !answers.getOrDefault(field.name(), "")
                        .isBlank())
                ? Optional.empty()
                : Optional.of(fields().get(0));
    }

    @Override
    public Reply act(Request request) {
        Map<String, String> guests = guests(request);
        Incident after = desk.change(
                request.id(),
                request.origin(),
                (incident, at) -> Bringing.invite(
                        incident, guests, request.actor(), request.said().origin(), at));
        return Reply.tell("Inviting to %s: %s. Its channel is told who came and who could not."
                .formatted(after.id(), Markup.escape(String.join(", ", guests.values()))));
    }

    /** By what Slack is asked with, the names that people read. */
    private Map<String, String> guests(Request request) {
        Map<String, String> guests = new LinkedHashMap<>();
        for (String answer : List.of("people", "others")) {
            WORD.matcher(request.find(answer).orElse("")).results().forEach(word -> add(guests, word.group()));
        }
        return guests;
    }

    private void add(Map<String, String> guests, String word) {
        Matcher person = PERSON.matcher(word);
        Matcher group = GROUP.matcher(word);
        if (person.matches()) {
            String id = id(person.toMatchResult());
            guests.put(id, people.get(new UserId(id)).name());
        } else if (group.matches()) {
            String id = group.group(1) == null ? group.group(3) : group.group(1);
            guests.put(id, label(group).orElse("user group " + id));
        } else if (HANDLE.matcher(word).matches()) {
            guests.put(word, word);
        } else {
            throw new Refusal(
                    "I do not know whom `%s` means. Nobody was invited. Mention people or user groups: `/incident invite @user @group`."
                            .formatted(Words.again(PlainWords.of(word, people))));
        }
    }

    private static Optional<String> label(Matcher group) {
        return Optional.ofNullable(group.group(2)).filter(label -> !label.isBlank());
    }

    private static String id(MatchResult person) {
        return person.group(1) == null ? person.group(2) : person.group(1);
    }
}
