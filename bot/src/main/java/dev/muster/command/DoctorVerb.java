package dev.muster.command;

import dev.muster.desk.Incidents;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Part;
import dev.muster.desk.Policy;
import dev.muster.desk.Promises;
import dev.muster.desk.Promises.GivenUp;
import dev.muster.incident.IncidentId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says how the bot itself is, part by part, and what it could not do; that can be tried again. */
public final class DoctorVerb implements Verb {

    private static final int MOST = 200;
    private static final int SHOWN = 10;
    private static final int TROUBLE = 300;

    private final Supplier<List<Part>> parts;
    private final Promises promises;
    private final Incidents incidents;

    /** @param parts asked each time somebody wants to know */
    public DoctorVerb(Supplier<List<Part>> parts, Promises promises, Incidents incidents) {
        this.parts = parts;
        this.promises = promises;
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String purpose() {
        return "Says how Muster itself is, and what it could not do; `doctor retry` tries that again.";
    }

    @Override
    public List<String> usages() {
        return List.of("doctor [retry]");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return words.word("what").found();
    }

    /** To look is free. */
    @Override
    public void requireAllowed(Policy policy, Request request) {
        if (isRetry(request)) {
            policy.require(name(), request.about(), request.by().id());
        }
    }

    @Override
    public Reply act(Request request) {
        List<GivenUp> undone = promises.givenUp(MOST).stream()
                .filter(one -> isKnown(one, request))
                .toList();
        if (isRetry(request)) {
            Set<IncidentId> ids =
                    undone.stream().map(one -> one.promise().incident()).collect(Collectors.toSet());
            int count = promises.tryAgain(ids, request.said().at());
            return Reply.tell("Trying again: %d. What fails again is listed here again.".formatted(count));
        }
        String text = health() + undone(undone);
        return undone.isEmpty()
                ? Reply.tell(text)
                : Reply.offer(text, new Choice("Try again what was given up", "doctor retry"));
    }

    private static boolean isRetry(Request request) {
        return request.find("what").filter("retry"::equals).isPresent();
    }

    /** A private incident is hidden here, too. */
    private boolean isKnown(GivenUp one, Request request) {
        return incidents
                .find(one.promise().incident())
                .filter(incident -> Policy.maySee(
                        incident, request.by().id(), request.said().channel()))
                .isPresent();
    }

    private String health() {
        List<Part> all = parts.get().stream().map(Part::asked).toList();
        long ill = all.stream().filter(part -> !part.trouble().isEmpty()).count();
        String head = ill == 0 ? "Muster is well." : ill + " of " + all.size() + " parts are in trouble.";
        return head + "\n" + all.stream().map(part -> part.line(TROUBLE)).collect(Collectors.joining("\n"));
    }

    private static String undone(List<GivenUp> undone) {
        return undone.isEmpty()
                ? ""
                : "\n*Given up* (%d)\n%s"
                        .formatted(
                                undone.size(),
                                undone.stream()
                                        .limit(SHOWN)
                                        .map(DoctorVerb::line)
                                        .collect(Collectors.joining("\n")));
    }

    private static String line(GivenUp one) {
        return "• %s, %s: %s"
                .formatted(
                        one.promise().incident(),
                        one.promise().chore().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        Markup.escape(one.why(), 200));
    }
}
