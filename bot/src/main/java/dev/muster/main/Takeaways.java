package dev.muster.main;

import dev.muster.command.Reply;
import dev.muster.command.Takeaway;
import dev.muster.desk.Markup;
import dev.muster.desk.Person;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Words;
import dev.muster.slack.Answers;
import dev.muster.slack.Uploads;
import dev.muster.store.Store;
import dev.muster.timeline.export.Format;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes exports for people who ask for one, and sends them. */
final class Takeaways implements Takeaway {

    private static final Logger log = LoggerFactory.getLogger(Takeaways.class);

    private final Store store;
    private final Uploads uploads;
    private final Answers answers;
    private final Executor afterwards;

    Takeaways(Store store, Uploads uploads, Answers answers, Executor afterwards) {
        this.store = store;
        this.uploads = uploads;
        this.answers = answers;
        this.afterwards = afterwards;
    }

    @Override
    public Reply send(Incident incident, String format, Person to) {
        Format wanted = Format.find(format.isBlank() ? "html" : format)
                .orElseThrow(() -> new Refusal(
                        "There is no format `%s`. Try html, md, json, jsonl or csv.".formatted(Words.again(format))));
        afterwards.execute(() -> deliver(timeline(incident, wanted, to)));
        return Reply.tell("The timeline of %s comes to you as a file, in a direct message.".formatted(incident.id()));
    }

    /** Sends a text as a file. */
    Reply paper(Incident incident, Person to, String name, String text) {
        Parcel parcel = new Parcel(
                to, name, "About " + incident.id(), file -> Files.writeString(file, text), name, "Try again.");
        afterwards.execute(() -> deliver(parcel));
        return Reply.tell("%s comes to you as a file, in a direct message.".formatted(name));
    }

    private Parcel timeline(Incident incident, Format format, Person to) {
        String name = incident.id().toString().toLowerCase(Locale.ROOT) + "-timeline." + format.extension();
        String what = "The timeline of " + incident.id();
        String advice = "Try again, or ask whoever runs me for `muster timeline export %s --format %s`."
                .formatted(incident.id(), format);
        return new Parcel(to, name, what, file -> write(incident, format, file), what, advice);
    }

    /**
     * A file on its way to somebody.
     *
     * @param what what it is called if it does not arrive
     * @param advice what to do then
     */
    private record Parcel(Person to, String name, String comment, Filling filling, String what, String advice) {}

    private void deliver(Parcel parcel) {
        try {
            send(parcel.to(), parcel.name(), parcel.comment(), parcel.filling());
        } catch (IOException | RuntimeException trouble) {
            log.warn("{} for {} did not arrive", parcel.name(), parcel.to().id(), trouble);
            String why = Markup.escape(String.valueOf(trouble.getMessage()), 200);
            String sorry =
                    "%s could not be sent: %s Nothing is lost. %s".formatted(parcel.what(), why, parcel.advice());
            answers.tell(Reply.tell(sorry), parcel.to().id());
        }
    }

    private void send(Person to, String name, String comment, Filling filling) throws IOException {
        Path file = Files.createTempFile("muster-", ".out");
        try {
            filling.fill(file);
            uploads.send(to.id(), file, name, comment);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Puts something into a file. */
    @FunctionalInterface
    private interface Filling {
        void fill(Path file) throws IOException;
    }

    private void write(Incident incident, Format format, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            ExportCommand.write(store, incident.id(), format, writer);
        }
    }
}
