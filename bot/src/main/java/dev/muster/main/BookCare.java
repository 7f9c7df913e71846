package dev.muster.main;

import dev.muster.desk.Knowledge;
import dev.muster.desk.Machine;
import dev.muster.desk.Markup;
import dev.muster.desk.Once;
import dev.muster.desk.Trials;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What keeps runbooks true without being asked: their owners hear how theirs was used before its review is due, and each is
 * tried out once in its review period, where the settings name a place in which nothing can break.
 */
final class BookCare {

    /** So long before its review is due its owners hear of it. */
    private static final int DAYS_AHEAD = 7;

    /** Where a runbook does not say how often it is to be reviewed. */
    private static final Duration PERIOD = Duration.ofDays(90);

    private static final int MOST_LINES = 20;

    private final Supplier<List<Runbook>> shelf;
    private final Knowledge knowledge;
    private final Trials trials;
    private final Machine machine;
    private final Once once;
    private final Owners owners;
    private final BooleanSupplier isQuiet;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Knows whom to tell.
     *
     * @param machine does what steps say where nothing can break
     * @param isQuiet whether nothing is tried out that people have no time for
     */
    BookCare(
            Supplier<List<Runbook>> shelf,
            Knowledge knowledge,
            Trials trials,
            Machine machine,
            Once once,
            Owners owners,
            BooleanSupplier isQuiet,
            ZoneId zone,
            InstantSource clock) {
        this.shelf = shelf;
        this.knowledge = knowledge;
        this.trials = trials;
        this.machine = machine;
        this.once = once;
        this.owners = owners;
        this.isQuiet = isQuiet;
        this.zone = zone;
        this.clock = clock;
    }

    /** Does what is due. May take as long as the steps of a runbook take. */
    void look() {
        for (Runbook book : shelf.get()) {
            book.upkeep().reviewDue().ifPresent(due -> review(book, due));
            if (machine.isOn() && Rehearsed.acts(book)) {
                test(book);
            }
        }
    }

    /** Once ahead of the day, and once when it has passed. */
    private void review(Runbook book, LocalDate due) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean isOver = today.isAfter(due);
        if (isOver || !today.isBefore(due.minusDays(DAYS_AHEAD))) {
            String key = "runbook-review/%s/%s%s".formatted(book.id(), due, isOver ? "/over" : "");
            tellOnce(book, key, () -> reviewWords(book, due, isOver));
        }
    }

    private String reviewWords(Runbook book, LocalDate due, boolean isOver) {
        Usage usage = knowledge.usage(book.id());
        List<String> lines = new ArrayList<>();
        lines.add(":books: The review of the runbook `%s`, “%s”, %s on %s."
                .formatted(book.id(), Markup.escape(book.title()), isOver ? "was due" : "is due", due));
        lines.add(
                "How it was used: %s.".formatted(knowledge.words(List.of(book)).get(book.id())));
        Knowledge.steps(book, usage).stream()
                .limit(MOST_LINES)
                .map(line -> "• " + Markup.escape(line))
                .forEach(lines::add);
        lines.add("Go through it, put right what is not so any more, and write the day at `reviewed` in its file.");
        return String.join("\n", lines);
    }

    /** What has nothing to try out is left alone. */
    private void test(Runbook book) {
        Optional<Instant> last = trials.last(book.id()).map(Trials.Tried::at);
        Duration every = book.upkeep().reviewEvery().orElse(PERIOD);
        boolean isDue =
                last.filter(at -> clock.instant().isBefore(at.plus(every))).isEmpty();
        String key = "runbook-test/%s/%s"
                .formatted(book.id(), last.map(Instant::toEpochMilli).orElse(0L));
        if (isDue && isQuiet.getAsBoolean()) {
            once.perform(key, () -> {
                Rehearsed rehearsed = Rehearsed.of(book, Map.of(), machine);
                trials.put(book, rehearsed.passed(), rehearsed.lines());
            });
        }
        trials.last(book.id())
                .filter(tried -> !tried.passed())
                .ifPresent(tried -> tellOnce(
                        book,
                        "runbook-failed/%s/%d".formatted(book.id(), tried.at().toEpochMilli()),
                        () -> failedWords(book, tried)));
    }

    private static String failedWords(Runbook book, Trials.Tried tried) {
        String lines = tried.report().stream()
                .limit(MOST_LINES)
                .map(line -> Markup.escape(line.strip(), 300))
                .reduce((one, other) -> one + "\n• " + other)
                .orElse("nothing was written down");
        return ":x: The runbook `%s`, “%s”, did not pass its test (version %s).\n• %s\nMend it, or the place where it is tried out, then: `muster runbook test %s`."
                .formatted(book.id(), Markup.escape(book.title()), tried.version(), lines, book.id());
    }

    /** What cannot be said now is said later. */
    private void tellOnce(Runbook book, String key, Supplier<String> words) {
        once.perform(key, () -> owners.tell(book, key, words.get()));
    }
}
