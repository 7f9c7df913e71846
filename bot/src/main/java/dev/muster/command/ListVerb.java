package dev.muster.command;

import dev.muster.desk.Incidents;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Policy;
import dev.muster.incident.Incident;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists incidents: those that are open, all there are, or those in which somebody has a part. */
public final class ListVerb implements Verb {

    private final Incidents incidents;

    public ListVerb(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String purpose() {
        return "Lists incidents; with words, those whose title has them.";
    }

    @Override
    public List<String> usages() {
        return List.of("list [open|all|mine] [WORDS]");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.taking("which", "^(open|all|mine)").rest("words");
    }

    @Override
    public Reply act(Request request) {
        String which = request.find("which").orElse("open").toLowerCase(Locale.ROOT);
        String words = request.find("words").orElse("").toLowerCase(Locale.ROOT);
        List<Incident> found = incidents.list(which.equals("open") ? Which.NOT_CLOSED : Which.ALL).stream()
                .filter(incident -> Policy.maySee(
                        incident, request.by().id(), request.said().channel()))
                .filter(incident -> !which.equals("mine") || isMine(incident, request))
                .filter(incident -> incident.title().toLowerCase(Locale.ROOT).contains(words))
                .toList();
        return new Reply.Show(new Listing(title(which), found));
    }

    private static boolean isMine(Incident incident, Request request) {
        return incident.roles().containsValue(request.by().id())
                || incident.facts().declaredBy().id().equals(request.by().id());
    }

    private static String title(String which) {
        return switch (which) {
            case "all" -> "All incidents";
            case "mine" -> "Incidents that you have a part in";
            default -> "Open incidents";
        };
    }
}
