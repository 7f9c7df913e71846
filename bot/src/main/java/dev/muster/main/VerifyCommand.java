package dev.muster.main;

import dev.muster.incident.IncidentId;
import dev.muster.store.Store;
import dev.muster.timeline.Chain;
import dev.muster.timeline.ExportVerification;
import dev.muster.timeline.Row;
import dev.muster.timeline.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks the hash chain. */
@Command(
        name = "verify",
        description =
                "Walks the hash chain of one incident, of all, or of an export: 0 if every row is as it was written.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private static final int PAGE = 1_000;

    @Parameters(paramLabel = "INC-42", arity = "0..1", description = "Which incident; all if left out")
    private Optional<String> incident = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "An export as jsonl or json; needs no database")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--head", paramLabel = "HASH", description = "What the channel was told the last hash is")
    private Optional<String> head = Optional.empty();

    @Override
    public Integer call() {
        return file.map(this::verify).orElseGet(this::verifyDatabase);
    }

    private int verifyDatabase() {
        try (Store store = Terminal.store()) {
            List<IncidentId> ids = incident.map(word -> List.of(Terminal.incident(word)))
                    .orElseGet(() -> store.incidents().ids());
            return ids.stream().mapToInt(id -> verify(store, id)).max().orElse(0);
        }
    }

    private int verify(Store store, IncidentId id) {
        Witness witness = new Witness(head);
        Verification verification = new Verification();
        try {
            verification.end(walk(store, id, row -> {
                verification.next(row);
                witness.see(verification.verified());
            }));
        } catch (Unreadable next) {
            verification.unreadable();
        }
        return told(id.toString(), verification.firstBad(), verification.verified(), verification.redacted(), witness);
    }

    /** Every row, also one behind the end; what a running bot appends meanwhile too. Gives the head after the last. */
    private static Chain walk(Store store, IncidentId id, Consumer<Row> reader) {
        long last = 0;
        while (true) {
            Chain head = store.timelines().head(id);
            List<Row> page = page(store, id, last, PAGE);
            if (page.isEmpty()) {
                return head;
            }
            page.forEach(reader);
            last = page.get(page.size() - 1).seq();
        }
    }

    /** A row that cannot be read hides no other that can. */
    private static List<Row> page(Store store, IncidentId id, long last, int most) {
        try {
            return store.timelines().page(id, last, most);
        } catch (RuntimeException e) {
            if (most == 1) {
                throw new Unreadable(e);
            }
            return page(store, id, last, 1);
        }
    }

    /** What stands in the next row was never written by this program. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(RuntimeException why) {
            super(why);
        }
    }

    private int verify(Path export) {
        Witness witness = new Witness(head);
        ExportVerification verification = new ExportVerification();
        ExportFile.each(export, verification::see);
        ExportFile.each(export, line -> {
            verification.next(line);
            witness.see(verification.verified());
        });
        Optional<Long> bad = verification.end();
        return told(export.toString(), bad, verification.verified(), verification.redacted(), witness);
    }

    private static int told(String what, Optional<Long> bad, Chain verified, long redacted, Witness witness) {
        String verdict = bad.map(row -> "row " + row + " is not as it was written")
                .orElse("complete from 1 to " + verified.length() + blanked(redacted) + ", head " + verified.head());
        System.out.println(what + ": " + verdict);
        boolean missing = bad.isEmpty() && witness.isMissing();
        if (missing) {
            System.out.println(
                    what + ": no row has the hash " + witness.head() + "; every row may have been written anew");
        }
        return bad.isPresent() || missing ? 1 : 0;
    }

    private static String blanked(long redacted) {
        return redacted == 0 ? "" : " (" + redacted + " redacted)";
    }

    /** What Slack was told, to be found again among the hashes. */
    private static final class Witness {
        private final Optional<String> told;
        private boolean found;

        Witness(Optional<String> told) {
            this.told = told;
        }

        void see(Chain chain) {
            found |= told.filter(chain.head()::equals).isPresent();
        }

        boolean isMissing() {
            return told.isPresent() && !found;
        }

        String head() {
            return told.orElse("");
        }
    }
}
