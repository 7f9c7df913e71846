package dev.muster.command;

import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Incidents;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Lookalikes;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Suggested;
import dev.muster.desk.People;
import dev.muster.desk.Policy;
import dev.muster.desk.Scenarios;
import dev.muster.incident.Actor;
import dev.muster.incident.Declaration;
import dev.muster.incident.Incident;
import dev.muster.incident.Labels;
import dev.muster.incident.Refusal;
import dev.muster.incident.Role;
import dev.muster.incident.Severity;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import dev.muster.scenario.Drill;
import dev.muster.scenario.Scenario;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Starts an incident. Only a title is needed. */
public final class DeclareVerb implements Verb {

    private static final SecureRandom random = new SecureRandom();

    private final IncidentDesk desk;
    private final Incidents incidents;
    private final House house;
    private final People people;
    private final NamedServices services;
    private final Scenarios scenarios;

    public DeclareVerb(IncidentDesk desk, Incidents incidents, House house, People people, Scenarios scenarios) {
        this.scenarios = scenarios;
        this.desk = desk;
        this.incidents = incidents;
        this.house = house;
        this.people = people;
        this.services = new NamedServices(house.handbook().services());
    }

    @Override
    public String name() {
        return "declare";
    }

    @Override
    public String purpose() {
        return "Starts an incident and opens its channel.";
    }

    @Override
    public List<String> usages() {
        return List.of(
                "declare [sev1|sev2|sev3] TITLE [@user as ic] [--private] [--drill] [--at TIME] [--services a,b] [--labels a=b,c=d]",
                "declare --scenario ID [--seed N] TITLE");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public String submit() {
        return "Declare";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.line("title", "What is wrong?", "In a few words, as people will say it")
                        .needed(),
                Field.choice("severity", "How bad is it?", List.of("sev1", "sev2", "sev3")),
                Field.person("ic", "Incident commander", "May be left empty; anybody can take it later"),
                Field.line(
                        "services", "Which services?", "Names, separated by commas; empty: those named in the title"),
                Field.line(
                        "labels",
                        "What does the alert say?",
                        "name=value, name=value; runbook_url=… finds its runbook"),
                Field.line("at", "When did it begin?", "14:05, 10m ago, yesterday 14:05; empty: now"),
                Field.choice("private", "Only for those invited?", List.of("no", "yes")),
                Field.choice("drill", "Is this a drill?", List.of("no", "yes")),
                Field.line("scenario", "Which scenario?", "For a drill: `/incident scenario` has them; empty: none"));
    }

    @Override
    public Map<String, String> suggestions(Request request) {
        return Map.of("severity", "sev2", "private", "no", "drill", "no");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        words.take("(<@[UW][A-Z0-9]+(?:\\|[^>]*)?>) as ic")
                .flatMap(Phrase::mentioned)
                .ifPresent(ic -> words.found().put("ic", ic.value()));
        return words.flag("private")
                .flag("drill")
                .flag("new")
                .taking("at", "--at (" + TimeWords.MOMENT + ")")
                .option("services")
                .option("labels")
                .option("scenario")
                .option("seed")
                .severity("severity")
                .rest("title");
    }

    @Override
    public Reply act(Request request) {
        List<Incident> alike = isMeant(request) ? List.of() : Lookalikes.of(plain(request.get("title")), open(request));
        return alike.isEmpty() ? declare(request) : ask(request, alike);
    }

    /** Whether it is to be declared whatever is open: so somebody said, it is a drill, or it was declared by this very request. */
    private boolean isMeant(Request request) {
        return request.find("new").isPresent()
                || isYes(request, "drill")
                || request.find("scenario").isPresent()
                || incidents.findByOrigin(request.said().origin()).isPresent();
    }

    private List<Incident> open(Request request) {
        return incidents.list(Which.ACTIVE).stream()
                .filter(incident -> !incident.facts().drill())
                .filter(incident -> Policy.maySee(
                        incident, request.by().id(), request.said().channel()))
                .toList();
    }

    /** Somebody may have declared the same a minute ago: two incidents of one cause cost more than one question. */
    private static Reply ask(Request request, List<Incident> alike) {
        List<Incident> shown = alike.stream().limit(3).toList();
        String lines = shown.stream().map(DeclareVerb::line).collect(Collectors.joining("\n"));
        List<Choice> choices = new ArrayList<>();
        shown.forEach(incident -> choices.add(new Choice("Brief me on " + incident.id(), incident.id() + " brief")));
        choices.add(new Choice("It is another: declare", again(request)));
        return new Reply.Show(new Suggested(
                "Nothing is declared yet. Is it this one?\n%s\nIf it is another, press *It is another: declare*, or add `--new`."
                        .formatted(lines),
                choices));
    }

    private static String line(Incident incident) {
        return "• *%s* %s, %s: %s · since %s%s"
                .formatted(
                        incident.id(),
                        incident.severity(),
                        incident.stage(),
                        Markup.escape(incident.title(), 150),
                        Markup.time(incident.facts().declaredAt()),
                        incident.room()
                                .channel()
                                .map(channel -> " · " + Markup.link(channel))
                                .orElse(""));
    }

    /** All that was said, as somebody would type it, so that nothing has to be said again. */
    private static String again(Request request) {
        String words = "declare " + request.find("severity").orElse("") + " --new";
        return words
                + (isYes(request, "private") ? " --private" : "")
                + request.find("at").map(at -> " --at " + at).orElse("")
                + request.find("services")
                        .map(names -> " --services \"" + names.replace("\"", "") + "\"")
                        .orElse("")
                + request.find("labels")
                        .map(labels -> " --labels \"" + labels.replace("\"", "") + "\"")
                        .orElse("")
                + request.find("ic").map(ic -> " <@" + ic + "> as ic").orElse("")
                + " " + request.get("title");
    }

    private Reply declare(Request request) {
        Severity severity = request.find("severity").map(Severity::parse).orElse(Severity.SEV2);
        Map<Role, Actor> roles = request.find("ic")
                .map(id -> Map.of(Role.IC, people.get(new UserId(id)).actor()))
                .orElse(Map.of());
        Declaration said = new Declaration(
                plain(request.get("title")),
                severity,
                request.actor(),
                roles,
                request.find("at").map(at -> request.moment("at")),
                isYes(request, "private"),
                isYes(request, "drill"),
                request.said().origin(),
                video(),
                services.of(request),
                request.find("labels").map(this::plain).map(Labels::parse).orElse(Map.of()));
        Incident incident = desk.declare(
                drill(request).map(drill -> said.rehearsing(drill.labels())).orElse(said));
        return Reply.tell(declared(incident) + services.unknown(incident));
    }

    /** The one that was asked for, or whatever is being rehearsed here anyway. */
    private Optional<Drill> drill(Request request) {
        return request.find("scenario").map(id -> drill(id, request)).or(scenarios::staged);
    }

    private Drill drill(String id, Request request) {
        String known = scenarios.list().stream().map(Scenario::id).collect(Collectors.joining(", "));
        Scenario scenario = scenarios
                .find(id)
                .orElseThrow(() -> new Refusal("There is no scenario `%s`. Nothing was declared. There %s."
                        .formatted(Words.again(id), known.isEmpty() ? "are none here" : "are: " + known)));
        return new Drill(scenario.id(), seed(request), Optional.empty(), Set.of());
    }

    private static long seed(Request request) {
        return request.find("seed")
                .map(word -> {
                    if (!word.matches("[0-9]{1,9}")) {
                        throw new Refusal(
                                "`%s` is no seed: a number of at most nine digits is one. Nothing was declared."
                                        .formatted(Words.again(word)));
                    }
                    return Long.parseLong(word);
                })
                .orElse(1L);
    }

    private String declared(Incident incident) {
        String where = incident.facts().isPrivate()
                ? "You are invited as soon as it is open."
                : "It is announced, and you are invited.";
        return "*%s* is declared as *%s*: %s\nIts channel is being opened. %s To lead it: `/incident %s role ic`."
                .formatted(
                        incident.id(),
                        incident.severity(),
                        Markup.escape(incident.title()),
                        where,
                        incident.id().number());
    }

    /** Mentions in a title are names: a title is shown where nobody should be called. */
    private String plain(String title) {
        return PlainWords.of(title, people);
    }

    private static boolean isYes(Request request, String name) {
        return request.find(name).filter("yes"::equals).isPresent();
    }

    private String video() {
        return house.video().replace("{random}", new BigInteger(128, random).toString(36));
    }
}
