package dev.muster.runbook.lint;

import dev.muster.runbook.Runbook;
import dev.muster.runbook.Upkeep;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What stands above the steps: who keeps it true, whom to call, when it applies, when it was reviewed. */
final class HeadCheck implements Check {

    private final Surroundings known;

    HeadCheck(Surroundings known) {
        this.known = known;
    }

    @Override
    public void look(Examined at) {
        Runbook book = at.book();
        if (book.owners().isEmpty()) {
            at.found(Rule.OWNERS, "/metadata", "nobody owns it. Add owners: [\"@team\"].");
        }
        if (book.upkeep().contacts().isEmpty()) {
            at.found(Rule.CONTACTS, "/metadata", "it names nobody to call. Add contacts: [\"@group\", \"#channel\"].");
        }
        if (book.when().isEmpty()) {
            at.found(Rule.WHEN, "/metadata", "it does not say when it applies. Add when: with severities or words.");
        }
        review(at, book.upkeep());
        name(at);
        known.contacts().ifPresent(contacts -> contacts(at, contacts));
        known.history().ifPresent(history -> used(at, history.lastUsed(book.id())));
    }

    private void used(Examined at, Optional<LocalDate> last) {
        LocalDate aYearAgo = known.today().minusYears(1);
        if (last.filter(day -> !day.isBefore(aYearAgo)).isEmpty()) {
            String when = last.map(day -> "was used last on " + day).orElse("was never run and never tested");
            at.found(Rule.NOT_USED, "/metadata/id", "it " + when + ". Rehearse it, or muster runbook test it.");
        }
    }

    private void review(Examined at, Upkeep upkeep) {
        if (upkeep.reviewed().isEmpty() || upkeep.reviewEvery().isEmpty()) {
            at.found(Rule.REVIEW, "/metadata", "it does not say when it was reviewed. Add reviewed and review_every.");
        }
        upkeep.reviewDue()
                .filter(known.today()::isAfter)
                .ifPresent(due -> at.found(
                        Rule.REVIEW_OVERDUE,
                        "/metadata/reviewed",
                        "its review was due on " + due + ". Go through it, and then write the new date here."));
    }

    private static void name(Examined at) {
        String name = Objects.toString(Path.of(at.written().file()).getFileName(), "");
        if (!name.replaceFirst("\\.ya?ml$", "").equals(at.book().id())) {
            at.found(
                    Rule.FILE_NAME,
                    "/metadata/id",
                    "the file is not named " + at.book().id() + ".yaml.");
        }
    }

    private static void contacts(Examined at, Surroundings.Contacts contacts) {
        at.eachText((text, pointer) -> {
            boolean isContact = pointer.matches("/metadata/(owners|contacts)/.*") && text.matches("[@#][^ ]+");
            if (isContact && !contacts.exists(text)) {
                at.found(Rule.UNKNOWN_CONTACT, pointer, "there is no " + text + " in Slack.");
            }
        });
    }
}
