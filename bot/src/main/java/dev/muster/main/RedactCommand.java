package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.desk.Custody;
import dev.muster.desk.IncidentDesk;
import dev.muster.incident.UserId;
import dev.muster.timeline.RowNumbers;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes words off the record, for whoever runs the bot. */
@Command(
        name = "redact",
        description = {
            "Blanks what was said, everywhere and for good: in rows, in raw events, in what is searched.",
            "The chain of hashes stays whole, and a row says what was done. Incidents on legal hold are left alone."
        },
        mixinStandardHelpOptions = true)
final class RedactCommand implements Callable<Integer> {

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--because", paramLabel = "REASON", required = true, description = "Stands on the timeline")
    private String reason = "";

    /** What is to be blanked. */
    static final class Which {
        @ArgGroup(exclusive = false)
        private Optional<Lines> lines = Optional.empty();

        @Option(names = "--person", paramLabel = "U0123", description = "All that this person said, on all timelines")
        private Optional<String> person = Optional.empty();
    }

    /** Some lines of an incident. */
    static final class Lines {
        @Option(names = "--incident", paramLabel = "INC-42", required = true, description = "Which incident")
        private String incident = "";

        @Option(names = "--lines", paramLabel = "12-15,18", required = true, description = "Which of its lines")
        private String numbers = "";
    }

    @Override
    public Integer call() {
        try (Store store = Terminal.store()) {
            InstantSource clock = InstantSource.system();
            IncidentDesk desk = new IncidentDesk(store.incidents(), clock, () -> {});
            Custody custody = new Custody(store.incidents(), store.timelines(), desk, clock);
            long count = which.person
                    .map(user -> custody.erase(new UserId(user), reason))
                    .orElseGet(() -> lines(custody));
            System.out.println(count + " lines blanked");
        }
        return 0;
    }

    private long lines(Custody custody) {
        Lines lines = which.lines.orElseThrow();
        RowNumbers numbers = RowNumbers.find(lines.numbers)
                .orElseThrow(() -> new Mistake(lines.numbers, "are no numbers of lines. Write them like 12-15,18."));
        return custody.redact(Terminal.incident(lines.incident), numbers, reason)
                .all()
                .size();
    }
}
