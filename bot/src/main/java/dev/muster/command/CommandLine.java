package dev.muster.command;

import dev.muster.desk.Incidents;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Notice;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.Policy;
import dev.muster.desk.Unwritten;
import dev.muster.incident.Guess;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.secrets.Masked;
import dev.muster.secrets.Secrets;
import dev.muster.timeline.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the verb and the incident that are meant, asks for what is missing, and has it done. */
public final class CommandLine {

    private static final Logger log = LoggerFactory.getLogger(CommandLine.class);
    private static final String NOWHERE = "This channel is no incident's. ";

    private final Map<String, Verb> verbs = new TreeMap<>();
    private final Incidents incidents;
    private final Policy policy;
    private final Secrets secrets;

    /**
     * Puts the verbs together.
     *
     * @param policy is asked before anything is done, and before a form is opened
     * @param secrets takes them out of what is said before anything is made of it
     */
    public CommandLine(List<Verb> verbs, Incidents incidents, Policy policy, Secrets secrets) {
        this.policy = policy;
        this.secrets = secrets;
        verbs.forEach(verb -> this.verbs.put(verb.name(), verb));
        HelpVerb help = new HelpVerb(verbs);
        this.verbs.put(help.name(), help);
        this.incidents = incidents;
    }

    /** What typed or pressed words come to. A refusal is an answer; a mistake of ours is answered with regret. */
    public Reply run(Said said) {
        try {
            return obey(said);
        } catch (Refusal refusal) {
            return Reply.no(refusal);
        } catch (Unwritten trouble) {
            return unwritten(said, trouble);
        } catch (RuntimeException bug) {
            return sorry(said, bug);
        }
    }

    /**
     * The same, for whoever tells only what went wrong.
     *
     * @throws Refusal if it is not done
     */
    public Reply obey(Said said) {
        Masked masked = secrets.mask(Fields.whole(said.words()));
        return warned(typed(said.saying(masked.text())), masked.rules());
    }

    /**
     * What a filled-in form comes to.
     *
     * @throws Refusal to be shown on the form
     */
    public Reply submit(String verbName, Optional<IncidentId> incident, Said said, Map<String, String> answers) {
        Verb verb = Optional.ofNullable(verbs.get(verbName)).orElseThrow(() -> unknown(verbName));
        Map<String, String> clean = new TreeMap<>();
        Set<String> rules = new TreeSet<>();
        answers.forEach((name, answer) -> {
            Masked masked = secrets.mask(Fields.whole(answer));
            clean.put(name, masked.text());
            rules.addAll(masked.rules());
        });
        Request request = allowed(verb, new Request(said, incident.map(id -> seen(id, said)), clean));
        verb.missing(answers).ifPresent(field -> {
            throw new Refusal("Please answer: " + field.label() + ".");
        });
        return warned(followed(said, verb.act(request)), List.copyOf(rules));
    }

    /** Whoever pasted a secret is told so, beside what was asked for. */
    private static Reply warned(Reply reply, List<String> rules) {
        return rules.isEmpty() || !(reply instanceof Reply.Show show)
                ? reply
                : new Reply.Show(new Notice.Warned(show.notice(), rules));
    }

    /** The form of a verb, filled with what the words say, whether or not anything is missing. */
    public Form form(String verbName, Optional<IncidentId> incident, Said said) {
        Verb verb = Optional.ofNullable(verbs.get(verbName)).orElseThrow(() -> unknown(verbName));
        return form(
                verb,
                request(
                        verb,
                        incident,
                        said.saying(secrets.mask(Fields.whole(said.words())).text())));
    }

    private Reply typed(Said said) {
        Phrase phrase = new Phrase(said.words());
        boolean formFirst = phrase.take("^form").isPresent();
        Optional<IncidentId> named = phrase.take("^(?:inc-)?[1-9][0-9]{0,8}").flatMap(IncidentId::find);
        boolean byForm = formFirst || phrase.take("^form").isPresent();
        String word =
                phrase.take("^\\S+").orElseGet(() -> standing(said, named)).toLowerCase(Locale.ROOT);
        Verb verb = Optional.ofNullable(verbs.get(word)).orElseThrow(() -> unknown(word));
        if (verb.aboutIncident() && isNowhere(said, named)) {
            return which(said, word, phrase.rest());
        }
        Request request = request(verb, named, said.saying(phrase.rest()));
        boolean asked = byForm && !verb.fields().isEmpty();
        return asked || verb.missing(request.answers()).isPresent()
                ? new Reply.Ask(form(verb, request))
                : followed(said, verb.act(request));
    }

    /** A verb may do a part by another, which is allowed or refused as if it had been said by itself. */
    private Reply followed(Said said, Reply reply) {
        if (!(reply instanceof Reply.First first)) {
            return reply;
        }
        Reply other = typed(said.saying(first.words()));
        return other instanceof Reply.Show ? first.then().get() : other;
    }

    /** Nothing but the command: in an incident's channel how it stands, elsewhere what is open. */
    private String standing(Said said, Optional<IncidentId> named) {
        return isNowhere(said, named) ? "list" : "status";
    }

    private Request request(Verb verb, Optional<IncidentId> named, Said said) {
        Optional<Incident> about = verb.aboutIncident() ? Optional.of(meant(named, said)) : Optional.empty();
        Map<String, String> answers = new TreeMap<>(verb.understand(new Phrase(said.words())));
        named.ifPresent(id -> answers.putIfAbsent("incident", id.toString()));
        return allowed(verb, new Request(said, about, answers));
    }

    /** The one place where anybody is kept from doing what they ask. */
    private Request allowed(Verb verb, Request request) {
        verb.requireAllowed(policy, request);
        return request;
    }

    private Incident meant(Optional<IncidentId> named, Said said) {
        return named.map(id -> seen(id, said))
                .or(() -> incidents.findByChannel(said.channel()))
                .orElseThrow(() -> new Refusal(NOWHERE + "Nothing was changed. Name the incident first."));
    }

    private Incident seen(IncidentId id, Said said) {
        return incidents
                .find(id)
                .filter(incident -> Policy.maySee(incident, said.by().id(), said.channel()))
                .orElseThrow(() -> new Refusal("There is no %s. See `/incident list`.".formatted(id)));
    }

    private boolean isNowhere(Said said, Optional<IncidentId> named) {
        return named.isEmpty() && !incidents.isIncidents(said.channel());
    }

    /** Offers the open incidents, so that what was typed need not be typed again. */
    private Reply which(Said said, String verb, String words) {
        List<Incident> open = incidents.list(Which.NOT_CLOSED).stream()
                .filter(incident -> Policy.maySee(incident, said.by().id(), said.channel()))
                .limit(5)
                .toList();
        if (open.isEmpty()) {
            return Reply.tell(
                    NOWHERE
                            + "Nothing was changed. No incident is open. To declare one: `/incident declare sev2 what is wrong`.");
        }
        String ids = open.stream().map(incident -> "`" + incident.id() + "`").collect(Collectors.joining(", "));
        return new Reply.Show(new Suggested(
                NOWHERE
                        + "Nothing was changed. Which one do you mean? Press it, or name it first, e.g. `/incident %s %s`. Open: %s."
                                .formatted(open.get(0).id(), verb, ids),
                open.stream()
                        .map(incident -> choice(incident, verb + " " + words))
                        .toList()));
    }

    private static Choice choice(Incident incident, String words) {
        return new Choice(incident.id() + " " + incident.title(), (incident.id() + " " + words).strip());
    }

    private static Form form(Verb verb, Request request) {
        Map<String, String> filled = new TreeMap<>(verb.suggestions(request));
        filled.putAll(request.answers());
        String title = request.about().map(incident -> incident.id() + " ").orElse("") + verb.name();
        return new Form(
                verb.name(),
                title,
                verb.submit(),
                request.about().map(Incident::id),
                request.said().channel(),
                verb.fields(),
                filled);
    }

    private Refusal unknown(String word) {
        String guess = Guess.of(word, verbs.keySet())
                .map(near -> " Did you mean `/incident %s`?".formatted(near))
                .orElse("");
        return new Refusal("I do not know `%s`.%s Nothing was changed. All I know: `/incident help`."
                .formatted(Words.again(word), guess));
    }

    private static Reply unwritten(Said said, Unwritten trouble) {
        log.error("nothing of what {} asked was kept ({})", said.by().id(), said.origin(), trouble);
        return Reply.tell("Sorry, I cannot write anything down at the moment, and this was not saved. "
                + Words.again(String.valueOf(trouble.getMessage())) + " Note it elsewhere, tell whoever runs me ("
                + said.origin() + "), and try again in a minute.");
    }

    private static Reply sorry(Said said, RuntimeException bug) {
        log.error("could not do what {} asked ({})", said.by().id(), said.origin(), bug);
        return Reply.tell("Sorry, that went wrong on my side, and I do not know whether it was saved. Look at "
                + "`/incident status`, then try again; if it goes wrong again, tell whoever runs me: "
                + said.origin() + ".");
    }
}
