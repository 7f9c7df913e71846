package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Place;
import dev.muster.config.Settings;
import dev.muster.config.TextFile;
import dev.muster.desk.ReviewDesk;
import dev.muster.incident.Actor;
import dev.muster.incident.IncidentId;
import dev.muster.incident.UserId;
import dev.muster.review.Blame;
import dev.muster.review.Edited;
import dev.muster.review.Misfit;
import dev.muster.review.Postmortem;
import dev.muster.review.Section;
import dev.muster.review.Writing.Conflict;
import dev.muster.secrets.Secrets;
import dev.muster.store.Store;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an edited post-mortem back in. */
@Command(
        name = "import",
        description = {
            "Takes back a post-mortem that was written out as Markdown and edited.",
            "Sections that are as they were stay drawn from the record; the others become the words of whoever edited them.",
            "Where somebody else has written meanwhile, both texts are shown, and nothing is saved."
        },
        mixinStandardHelpOptions = true)
final class ImportPostmortemCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "INC-42", description = "Which incident")
    private String incident = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "What `muster postmortem INC-42` wrote, edited")
    private Path file = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "NAME",
            required = true,
            description = "Who edited it: a name on the incident's timeline, or an id at Slack (U…)")
    private String author = "";

    @Override
    public Integer call() {
        IncidentId id = Terminal.incident(incident);
        Edited edited = edited(id);
        Settings settings = Terminal.settings();
        try (Store store = Terminal.store()) {
            store.incidents().get(id);
            Actor by = author(store.timelines().people(id), id);
            ReviewDesk desk = PostmortemCommand.desk(store, settings);
            requireVersion(desk.postmortem(id), edited);
            Map<Section, String> texts = masked(edited.texts(), Secrets.shipped(settings.secrets()));
            List<Conflict> conflicts = desk.conflicts(id, texts, edited.version());
            if (!conflicts.isEmpty()) {
                return show(conflicts, edited.version());
            }
            int before = desk.postmortem(id).version();
            Postmortem after = desk.write(id, texts, edited.version(), "import:" + UUID.randomUUID(), by);
            System.out.println(done(after, before, texts, by));
        }
        return 0;
    }

    private Edited edited(IncidentId id) {
        try {
            Edited edited = Edited.read(TextFile.read(file));
            if (!edited.incident().equals(id)) {
                throw mistake(
                        1,
                        "this is the post-mortem of %s, not of %s. Nothing was saved."
                                .formatted(edited.incident(), id));
            }
            return edited;
        } catch (Misfit misfit) {
            throw mistake(misfit.line(), misfit.what());
        }
    }

    private Mistake mistake(int line, String what) {
        return new Mistake(new Place(file.toString(), line, 1), what);
    }

    private void requireVersion(Postmortem latest, Edited edited) {
        if (edited.version() > latest.version()) {
            throw mistake(
                    1,
                    "there is no version %d of %s, the latest is %d. Nothing was saved. Is this the right database?"
                            .formatted(edited.version(), latest.incident(), latest.version()));
        }
    }

    private Actor author(List<Actor> people, IncidentId id) {
        String name = author.replaceFirst("^@", "");
        List<Actor> named = people.stream()
                .filter(actor -> actor.name().equalsIgnoreCase(name)
                        || actor.id().value().equals(name))
                .toList();
        if (named.stream().map(Actor::id).distinct().count() > 1) {
            throw new Mistake(
                    "--as",
                    "several people are called %s: %s. Nothing was saved. Give an id."
                            .formatted(
                                    name,
                                    named.stream()
                                            .map(actor -> actor.id().value())
                                            .distinct()
                                            .collect(Collectors.joining(", "))));
        }
        if (named.isEmpty() && !name.matches("[UW][A-Z0-9]{2,20}")) {
            throw new Mistake(
                    "--as",
                    "nobody called %s is on the timeline of %s. Nothing was saved. Give a name that is, or an id at Slack (U…)."
                            .formatted(name, id));
        }
        return named.isEmpty() ? new Actor(new UserId(name), name) : named.get(named.size() - 1);
    }

    private static Map<Section, String> masked(Map<Section, String> texts, Secrets secrets) {
        Map<Section, String> masked = new EnumMap<>(Section.class);
        texts.forEach((section, text) -> masked.put(section, secrets.mask(text).text()));
        return masked;
    }

    private int show(List<Conflict> conflicts, int version) {
        conflicts.forEach(conflict -> System.out.printf(
                "== %s%n-- written by somebody else since version %d:%n%s%n-- in %s:%n%s%n%n",
                conflict.section().title(), version, said(conflict.theirs()), file, said(conflict.yours())));
        System.out.println(
                "Nothing was saved. Export the post-mortem again, put both together there, and import that file.");
        return 1;
    }

    private static String said(String text) {
        return text.isEmpty() ? "(nothing)" : text;
    }

    private String done(Postmortem after, int before, Map<Section, String> texts, Actor by) {
        if (after.version() == before) {
            return "%s has no words that are not kept already. Nothing was changed.".formatted(file);
        }
        String titles = texts.keySet().stream().sorted().map(Section::title).collect(Collectors.joining(", "));
        return "%s: version %d, with %s as %s wrote it. The rest is as it was.%s"
                .formatted(after.incident(), after.version(), titles, by.name(), advice(after, texts));
    }

    private static String advice(Postmortem after, Map<Section, String> texts) {
        List<String> names = after.authors().stream().map(Actor::name).toList();
        return texts.values().stream()
                .flatMap(text -> Blame.in(text, names).stream())
                .map(finding -> "%nMay read as blame: “%s”. %s".formatted(finding.words(), finding.question()))
                .collect(Collectors.joining());
    }
}
