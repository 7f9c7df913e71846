package dev.muster.command;

import dev.muster.desk.Incidents;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Found;
import dev.muster.desk.Notice.Learned;
import dev.muster.desk.Papers;
import dev.muster.desk.Policy;
import dev.muster.desk.Search;
import dev.muster.desk.Search.Query;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Kind;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what was said and done, on one timeline or on all that a person may see, a page at a time. */
public final class SearchVerb implements Verb {

    private static final int PAGE = 8;

    /** So many finds that a person may not see are passed over before we stop looking. */
    private static final int MOST_PASSED_OVER = 5_000;

    private final Search search;
    private final Incidents incidents;
    private final Papers papers;

    public SearchVerb(Search search, Incidents incidents, Papers papers) {
        this.papers = papers;
        this.search = search;
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String purpose() {
        return "Finds what was learned, said and done in all incidents, newest first.";
    }

    @Override
    public List<String> usages() {
        return List.of(
                "search WORDS [service:NAME] [cause:WORD] [tag:WORD] [@user] [kind:decision] [since 2d] [until 14:05]");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.line("words", "Which words?", "All of them must be there; the beginning of a word is enough"),
                Field.person("by", "Who said it?", "Empty: anybody"),
                Field.line("kind", "Which kind?", "message, note, decision, update, stage …; empty: any"),
                Field.line("service", "Which service?", "Empty: any"),
                Field.line("cause", "Which cause?", "disk-space, slow-query …; empty: any"),
                Field.line("tag", "Which tag?", "Empty: any"),
                Field.line("since", "Since when?", "2d, 14:05, yesterday 14:05, 2026-11-20T14:05Z; empty: ever"),
                Field.line("until", "Until when?", "As above; empty: now"));
    }

    @Override
    public String submit() {
        return "Search";
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return filters(words).rest("words");
    }

    /** The parts of a search that are not words, in any order. */
    static Phrase filters(Phrase words) {
        String moment = TimeWords.MOMENT + "|[0-9]+ ?[a-z]+|[0-9]{4}-[0-9]{2}-[0-9]{2}";
        return MarkWords.take(words)
                .taking("incident", "(INC-[1-9][0-9]*)")
                .taking("before", "before #([0-9]{1,18})")
                .taking("kind", "kind[: ] ?([a-z_]+)")
                .taking("since", "since (" + moment + ")")
                .taking("until", "until (" + moment + ")")
                .person("by");
    }

    @Override
    public Reply act(Request request) {
        Optional<IncidentId> one = request.find("incident").flatMap(IncidentId::find);
        return find(request, one);
    }

    /** Finds on one timeline, or on all. */
    Reply find(Request request, Optional<IncidentId> one) {
        String words = request.find("words").orElse("");
        if (words.isEmpty() && filtered(request).isEmpty()) {
            throw new Refusal("What are you looking for? Say words, e.g. `/incident search pool exhausted since 2d`.");
        }
        Query query = new Query(
                words,
                one,
                request.find("by").map(UserId::new),
                request.find("kind").map(SearchVerb::kind),
                request.find("since").map(text -> moment(text, request)),
                request.find("until").map(text -> moment(text, request)),
                request.find("before").map(Long::parseLong).orElse(Query.FIRST_PAGE),
                PAGE + 1,
                MarkWords.of(request));
        return new Reply.Show(found(request, query));
    }

    /** What the bot said itself is told by other lines; it is found when it is asked for. */
    private Found found(Request request, Query query) {
        Map<IncidentId, Optional<Incident>> seen = new HashMap<>();
        List<Search.Found> visible = new ArrayList<>();
        Query next = query;
        for (int passed = 0; visible.size() <= PAGE && passed < MOST_PASSED_OVER; passed += PAGE + 1) {
            List<Search.Found> page = search.search(next);
            page.stream()
                    .filter(one -> query.kind().isPresent() || one.row().entry().kind() != Kind.BOT)
                    .filter(one -> seen.computeIfAbsent(one.incident(), id -> visible(id, request))
                            .isPresent())
                    .forEach(visible::add);
            if (page.size() <= PAGE) {
                break;
            }
            next = query.from(page.get(PAGE).place());
        }
        boolean more = visible.size() > PAGE;
        List<Search.Found> shown = more ? visible.subList(0, PAGE) : visible;
        return new Found(title(query), learned(query, request), List.copyOf(shown), more ? older(query, shown) : "");
    }

    /** On the first page, unless it is asked for what somebody said or for a kind of line. */
    private List<Learned> learned(Query query, Request request) {
        boolean isAsked = query.before() == Query.FIRST_PAGE
                && query.by().isEmpty()
                && query.kind().isEmpty();
        return isAsked
                ? papers.find(
                        query,
                        incident -> Policy.maySee(
                                incident, request.by().id(), request.said().channel()))
                : List.of();
    }

    private Optional<Incident> visible(IncidentId id, Request request) {
        return incidents
                .find(id)
                .filter(incident -> Policy.maySee(
                        incident, request.by().id(), request.said().channel()));
    }

    /** The words that ask for the next page. */
    private static String older(Query query, List<Search.Found> shown) {
        String where = query.incident().map(id -> id + " ").orElse("");
        return "search " + where + filtered(query) + "before #"
                + shown.get(shown.size() - 1).place() + " " + query.words();
    }

    private static String filtered(Query query) {
        return MarkWords.again(query.marks())
                + query.kind().map(kind -> "kind:" + kind.lasting() + " ").orElse("")
                + query.since().map(at -> "since " + at + " ").orElse("")
                + query.until().map(at -> "until " + at + " ").orElse("")
                + query.by().map(user -> Markup.mention(user) + " ").orElse("");
    }

    private static String filtered(Request request) {
        return String.join(
                "",
                MarkWords.asked(request),
                request.find("by").orElse(""),
                request.find("kind").orElse(""),
                request.find("since").orElse(""),
                request.find("until").orElse(""));
    }

    private static String title(Query query) {
        String words = query.words().isEmpty() ? "Everything" : "“" + query.words() + "”";
        return words + query.incident().map(id -> " in " + id).orElse("");
    }

    private static Kind kind(String word) {
        try {
            return Kind.of(word.strip().replace(' ', '_'));
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    "`%s` is no kind of line. Try message, note, decision, update, stage, severity, role, action or gap."
                            .formatted(Words.again(word.toLowerCase(Locale.ROOT))));
        }
    }

    private static Instant moment(String text, Request request) {
        Instant now = request.said().at();
        return Words.duration(text)
                .map(now::minus)
                .orElseGet(() -> TimeWords.moment(
                        text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? text + "T00:00" : text,
                        now,
                        request.by().zone()));
    }
}
