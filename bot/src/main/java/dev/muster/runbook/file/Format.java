package dev.muster.runbook.file;

import static dev.muster.config.shape.Key.needed;
import static dev.muster.config.shape.Key.of;

import dev.muster.config.shape.Fields;
import dev.muster.config.shape.Items;
import dev.muster.config.shape.Named;
import dev.muster.config.shape.Text;
import dev.muster.config.shape.Texts;
import dev.muster.incident.Severity;
import dev.muster.runbook.Parameter;
import java.util.List;

/**
 * The format: every key there is, what it takes and what it means. Reader, schema and manual follow it. For the steps
 * see {@link StepFormat}.
 */
final class Format {

    static final Fields METADATA = Fields.of(
            needed("id", Texts.ID, "What people type. Unique in the folder, and best the file's name"),
            needed("title", Text.LINE, "What it is about"),
            of("owners", Items.of(Text.LINE), "Who keeps it true"),
            of("contacts", Items.of(Text.LINE), "Whom to call when it does not help: @group, #channel, an address"),
            of("tags", Items.of(Text.LINE), "Words for it"),
            of("reviewed", Texts.DAY, "The day on which somebody last went through it"),
            of("review_every", Texts.LASTING, "How often somebody should, such as 180d"));

    static final Fields OCCASION = Fields.of(
            of("severity", Items.some(Text.oneOf(List.of(Severity.values()))), "Any of these severities"),
            of("service", Items.some(Text.LINE), "Any of these services"),
            of("alert", new Named(Text.LINE, Text.LINE), "Labels of an alert, each with its value"),
            of("words", Items.some(Text.LINE), "Any of these words in the title"));

    static final Fields PARAMETER = Fields.of(
            of("type", Text.oneOf(List.of(Parameter.Type.values())), "`text`, if left out, or `number`"),
            of("pattern", Text.LINE, "What the whole value must match, a regular expression in RE2's syntax"),
            of("choices", Items.some(Text.LINE), "The only values"),
            of("default", Text.LINE, "What it is if nothing was said, in quotes"),
            of("about", Text.ANY, "What it is for"));

    static final Fields SILENCE = Fields.of(
            needed("rule", Texts.ID, "The rule of lint that is not to be heard of"),
            needed("because", Text.ANY, "Why not"),
            of("step", Texts.ID, "In this step only"));

    static final Fields TOP = Fields.of(
            of("apiVersion", Text.oneOf(List.of("muster.dev/v1")), "`muster.dev/v1`, the version of this format"),
            of("kind", Text.oneOf(List.of("Runbook")), "`Runbook`"),
            needed("metadata", METADATA, "What it is, and who keeps it true"),
            of("when", Items.some(OCCASION), "When it applies: any of these, each with all that it says"),
            of("parameters", new Named(Texts.NAME, PARAMETER), "What a run is told at its start, used as `{{name}}`"),
            of("lint", Items.some(SILENCE), "What lint is not to complain of"),
            needed("steps", new Items(StepFormat.STEP, 1, StepFormat.MOST), "What to do, in order"));

    private Format() {}
}
