package dev.muster.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be said, from the verbs themselves. */
final class HelpVerb implements Verb {

    private final List<Verb> verbs;

    HelpVerb(List<Verb> verbs) {
        this.verbs = List.copyOf(verbs);
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String purpose() {
        return "What can be said.";
    }

    @Override
    public List<String> usages() {
        return List.of("help [VERB]");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.rest("verb");
    }

    @Override
    public Reply act(Request request) {
        String wanted = request.find("verb").orElse("");
        List<Verb> shown =
                verbs.stream().filter(verb -> verb.name().equals(wanted)).toList();
        String head = "In an incident's channel it is meant; elsewhere put its number first: `/incident 42 status`.\n";
        return Reply.tell(
                shown.isEmpty()
                        ? head + lines(verbs)
                        : lines(shown)
                                + shown.get(0).fields().stream()
                                        .map(HelpVerb::field)
                                        .collect(Collectors.joining()));
    }

    private static String lines(List<Verb> verbs) {
        return verbs.stream().map(HelpVerb::line).collect(Collectors.joining("\n"));
    }

    private static String line(Verb verb) {
        String typed =
                verb.usages().stream().map(usage -> "`/incident " + usage + "`").collect(Collectors.joining(" · "));
        return typed + " " + verb.purpose();
    }

    private static String field(Field field) {
        String hint = field.hint().isEmpty() ? "" : ": " + field.hint();
        return "\n• " + field.label() + (field.required() ? " (needed)" : "") + hint;
    }
}
