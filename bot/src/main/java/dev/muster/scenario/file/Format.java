package dev.muster.scenario.file;

import static dev.muster.config.shape.Key.needed;
import static dev.muster.config.shape.Key.of;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.muster.config.shape.Exact;
import dev.muster.config.shape.Fields;
import dev.muster.config.shape.Items;
import dev.muster.config.shape.Named;
import dev.muster.config.shape.Shape;
import dev.muster.config.shape.Text;
import dev.muster.config.shape.Texts;
import dev.muster.config.shape.Whole;
import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.scenario.Act.Place;
import dev.muster.scenario.Act.Trouble;
import dev.muster.scenario.Temper;
import java.util.List;

/** The format: every key there is, what it takes and what it means. Reader, schema and manual follow it. */
final class Format {

    private static final Text SEVERITY = Text.oneOf(List.of(Severity.values()));

    private static final Text STAGE = Text.oneOf(List.of(Stage.values()));

    /** What a schema cannot say, the reader does. */
    static final Shape PATTERN = new Exact(
            Text.of("(?=[\\s\\S]*[^ \\t\\r\\n])[\\s\\S]{1,300}", "is no regular expression in RE2's syntax"),
            Format::isPattern);

    static final Fields METADATA = Fields.of(
            needed("id", Texts.ID, "What people type; the file's name"),
            needed("title", Text.LINE, "What those see who rehearse it, so it must give nothing away"),
            needed("about", Text.ANY, "What is behind it, for whoever leads the rehearsal"),
            needed("source", Text.ANY, "Where it was taken from"),
            needed("severity", SEVERITY, "How bad it is, once somebody has looked"));

    static final Fields MEMBER = Fields.of(
            needed(
                    "id",
                    Text.of("[a-z][a-z0-9]{1,20}", "is no handle: 2 to 21 lower-case letters and digits are one"),
                    "The handle"),
            needed("name", Text.LINE, "First and last name"),
            needed("part", Text.LINE, "What they do in the company"),
            of("temper", Text.oneOf(List.of(Temper.values())), "How soon they do what they do; `calm`, if left out"));

    static final Fields WHEN = Fields.of(
            of("missing", Texts.ROLE, "Nobody holds this role"),
            of("held", Texts.ROLE, "Somebody holds this role"),
            of("silent", Texts.LASTING, "Nobody has given an update for so long"),
            of("reached", STAGE, "This stage, or a later one, was reached"),
            of("before", STAGE, "This stage is not reached yet"),
            of("severity", SEVERITY, "It has this severity"),
            of("said", PATTERN, "Somebody who is really there has said words that this matches, in any case"),
            of("unsaid", PATTERN, "Nobody has"),
            of("decided", PATTERN, "A decision that this matches stands on the record"),
            of("undecided", PATTERN, "None does"),
            of("inject", Texts.ID, "This other inject has happened"));

    private static final Fields ALERT = Fields.of(
            needed("name", Text.LINE, "What the alert is called"),
            needed("text", Text.ANY, "What it says"),
            of("labels", new Named(Text.LINE, Text.LINE), "Labels, each with its value"));

    private static final Fields TROUBLE = Fields.of(
            needed("sort", Text.oneOf(List.of(Trouble.Sort.values())), "What is wrong with it"),
            needed("lasting", Texts.LASTING, "For how long"));

    static final Fields ACT = Fields.of(
            needed("id", Texts.ID, "Its name, unique in the scenario"),
            of("after", Texts.LASTING, "How long it must have been so; at once, if left out"),
            of("again", Texts.LASTING, "How long after that it happens once more, while it is still so"),
            of("times", new Whole(1, 50), "How often at most; once, or without an end in sight 3 times with `again`"),
            of("from", Text.LINE, "Who does it: an id of the cast"),
            of("in", Text.oneOf(List.of(Place.values())), "Where it is said; `incident`, if left out"),
            of("say", Items.some(Text.ANY), "What they say: each time the next of these"),
            of(
                    "command",
                    Text.LINE,
                    "What they type behind `/incident`; goes with `say`, for where nobody can type for them"),
            of("alert", ALERT, "Monitoring raises an alert"),
            of("slack", TROUBLE, "Slack itself has trouble; only in a local workspace"));

    static final Fields INJECT =
            ACT.and(Fields.of(of("when", WHEN, "All of this must be so; from the start, if left out")));

    static final Fields EXPECTED = Fields.of(
            needed(
                    "mitigated",
                    Texts.LASTING,
                    "How long after the declaration the impact should be over at the latest"),
            of("runbook", Texts.ID, "Which runbook would have helped"));

    static final Fields FINDING = Fields.of(
            needed("id", Texts.ID, "Its name"),
            needed("title", Text.LINE, "What people should find out"),
            needed("words", PATTERN, "How one can tell that they have said it"));

    static final Fields TOP = Fields.of(
            of("apiVersion", Text.oneOf(List.of("muster.dev/v1")), "`muster.dev/v1`, the version of this format"),
            of("kind", Text.oneOf(List.of("Scenario")), "`Scenario`"),
            needed("metadata", METADATA, "What it is"),
            needed("cast", Items.some(MEMBER), "Who is played"),
            needed("opening", Items.some(ACT), "What happens before anybody has declared an incident"),
            needed("injects", Items.some(INJECT), "What happens from then on"),
            needed("expected", EXPECTED, "What a good response would have done"),
            needed("findings", Items.some(FINDING), "What people should find out"));

    private Format() {}

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
