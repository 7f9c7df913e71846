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
        afterwards.execute(() -> make(incident, wanted, to));
        return Reply.tell("The timeline of %s comes to you as a file, in a direct message.".formatted(incident.id()));
    }

    /** Sends a text as a file. */
    Reply paper(Incident incident, Person to, String name, String text) {
        afterwards.execute(() -> {
            try {
                send(to, name, "About " + incident.id(), file -> Files.writeString(file, text));
            } catch (IOException | RuntimeException trouble) {
                log.warn("{} for {} did not arrive", name, to.id(), trouble);
                String why = Markup.escape(String.valueOf(trouble.getMessage()), 200);
                answers.tell(
                        Reply.tell("%s could not be sent: %s Nothing is lost. Try again.".formatted(name, why)),
                        to.id());
            }
        });
        return Reply.tell("%s comes to you as a file, in a direct message.".formatted(name));
    }

    private void make(Incident incident, Format format, Person to) {
        String name = incident.id().toString().toLowerCase(Locale.ROOT) + "-timeline." + format.extension();
        try {
            send(to, name, "The timeline of " + incident.id(), file -> write(incident, format, file));
        } catch (IOException | RuntimeException trouble) {
            log.warn("the export of {} for {} did not arrive", incident.id(), to.id(), trouble);
            answers.tell(Reply.tell(sorry(incident, format, trouble)), to.id());
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

    private static String sorry(Incident incident, Format format, Exception trouble) {
        return "The timeline of %s could not be sent: %s Nothing is lost. Try again, or ask whoever runs me for `muster timeline export %s --format %s`."
                .formatted(
                        incident.id(), Markup.escape(String.valueOf(trouble.getMessage()), 200), incident.id(), format);
    }
}
