package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.desk.Custody;
import dev.muster.desk.IncidentDesk;
import dev.muster.incident.IncidentId;
import dev.muster.incident.UserId;
import dev.muster.secrets.Secrets;
import dev.muster.store.Store;
import dev.muster.timeline.RowNumbers;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes words off the record, for whoever runs the bot. */
@Command(
        name = "redact",
        description = {
            "Blanks what was said, everywhere and for good: in rows, in raw events, in what is searched.",
            "The chain of hashes stays whole, and a row says what was done. What is on legal hold is left alone."
        },
        mixinStandardHelpOptions = true)
final class RedactCommand implements Callable<Integer> {

    @Parameters(paramLabel = "INC-42", arity = "0..1", description = "Which incident; all if left out")
    private Optional<String> incident = Optional.empty();

    @Option(names = "--lines", paramLabel = "12-15,18", description = "These lines of the incident")
    private Optional<String> lines = Optional.empty();

    @Option(names = "--person", paramLabel = "U0123", description = "All that this person said, on all timelines")
    private Optional<String> person = Optional.empty();

    @Option(names = "--secrets", description = "Every line in which today's rules find a secret")
    private boolean secrets;

    @Option(names = "--because", paramLabel = "REASON", required = true, description = "Stands on the timeline")
    private String reason = "";

    @Override
    public Integer call() {
        if (List.of(lines.isPresent(), person.isPresent(), secrets).stream()
                        .filter(asked -> asked)
                        .count()
                != 1) {
            throw new Mistake("redact", "needs one of --lines, --person and --secrets. Nothing was changed.");
        }
        try (Store store = Terminal.store()) {
            InstantSource clock = InstantSource.system();
            IncidentDesk desk = new IncidentDesk(store.incidents(), clock, () -> {});
            Custody custody = new Custody(store.incidents(), store.timelines(), desk, clock);
            System.out.println(blanked(store, custody) + " lines blanked");
        }
        return 0;
    }

    private long blanked(Store store, Custody custody) {
        return person.map(user -> custody.erase(new UserId(user), reason))
                .or(() -> lines.map(numbers -> lines(custody, numbers)))
                .orElseGet(() -> secrets(store, custody));
    }

    private long lines(Custody custody, String typed) {
        String one = incident.orElseThrow(() -> new Mistake("--lines", "of which incident? Name it, e.g. INC-42."));
        RowNumbers numbers = RowNumbers.find(typed)
                .orElseThrow(() -> new Mistake(typed, "are no numbers of lines. Write them like 12-15,18."));
        return custody.redact(Terminal.incident(one), numbers, reason).all().size();
    }

    private long secrets(Store store, Custody custody) {
        Secrets rules = Secrets.shipped(Terminal.settings().secrets());
        List<IncidentId> ids = incident.map(one -> List.of(Terminal.incident(one)))
                .orElseGet(() -> store.incidents().ids());
        return ids.stream()
                .filter(id -> !store.incidents().get(id).facts().held())
                .mapToLong(id -> custody.redactWhere(
                                id, text -> !rules.mask(text).rules().isEmpty(), reason)
                        .all()
                        .size())
                .sum();
    }
}
