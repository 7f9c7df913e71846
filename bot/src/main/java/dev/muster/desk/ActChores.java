package dev.muster.desk;

import dev.muster.desk.Chat.NotNow;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.MessageRef;
import dev.muster.runbook.Acting;
import dev.muster.runbook.Attempt;
import dev.muster.runbook.Attempt.State;
import dev.muster.runbook.Effect;
import dev.muster.runbook.Order;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.timeline.Row;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The chores of steps that the bot itself does: doing them, and showing what came of it. */
public final class ActChores {

    /** Others of the keeper's hands stay free for what people wait for. */
    private static final int AT_ONCE = 4;

    /** What is longer comes as a file. */
    private static final int LONGEST = 2500;

    private final RunDesk runs;
    private final Timelines timelines;
    private final Posts posts;
    private final Chat chat;
    private final Machine machine;
    private final Semaphore free = new Semaphore(AT_ONCE);

    public ActChores(RunDesk runs, Timelines timelines, Posts posts, Chat chat, Machine machine) {
        this.runs = runs;
        this.timelines = timelines;
        this.posts = posts;
        this.chat = chat;
        this.machine = machine;
    }

    /** The subject of a chore about an attempt, taken apart. */
    private record Subject(int run, String step, int number) {
        static Subject of(Claim claim) {
            String[] parts = claim.promise().subject().split("/");
            return new Subject(Integer.parseInt(parts[0]), parts[1], Integer.parseInt(parts[2]));
        }
    }

    /** That it has begun is written down before it begins; who comes later and reads that does not begin it. */
    void act(Incident incident, Claim claim) {
        if (!free.tryAcquire()) {
            throw NotNow.untried("enough steps are being run", Duration.ofSeconds(1));
        }
        try {
            begin(incident, Subject.of(claim), claim.token());
        } finally {
            free.release();
        }
    }

    private void begin(Incident incident, Subject subject, String worker) {
        Lease.require();
        Run run = runs.change(
                incident.id(),
                subject.run(),
                (found, book, current, at) ->
                        Acting.begin(found, current, book, subject.step(), subject.number(), worker, at));
        boolean isOurs = run.attempt(subject.step())
                .filter(attempt -> attempt.number() == subject.number() && attempt.state() == State.STARTED)
                .flatMap(Attempt::worker)
                .filter(worker::equals)
                .isPresent();
        if (isOurs) {
            Effect effect = perform(incident, run, subject);
            runs.change(
                    incident.id(),
                    subject.run(),
                    (found, book, current, at) ->
                            Acting.end(found, current, book, subject.step(), subject.number(), worker, effect, at));
        }
    }

    /** What is done is what was asked for, to the letter, or nothing. */
    private Effect perform(Incident incident, Run run, Subject subject) {
        Runbook book = runs.version(run);
        Optional<Order> order =
                runs.outlook(incident, run, book, book.step(subject.step())).order();
        String wanted = run.attempt(subject.step()).map(Attempt::text).orElse("");
        if (order.filter(now -> now.text().equals(wanted)).isEmpty()) {
            return Effect.failure("was not begun: what it would do has changed since somebody asked for it");
        }
        try {
            Lease.require();
        } catch (NotNow lost) {
            return Effect.failure("was not begun, because this process stood still. Run it again");
        }
        return machine.perform(order.get());
    }

    /** Below the step: all of it if it is short, else its end, and the rest as a file. */
    void output(Incident incident, ChannelId channel, Claim claim) {
        Subject subject = Subject.of(claim);
        Optional<Row> row =
                timelines.find(incident.id(), Acting.source(subject.run(), subject.step(), subject.number()));
        Optional<MessageRef> parent =
                posts.find(incident.id(), "step:%d/%s:%s".formatted(subject.run(), subject.step(), channel));
        if (row.isPresent() && parent.isPresent()) {
            show(row.get().entry(), parent.get(), subject, claim);
        }
    }

    private void show(Entry entry, MessageRef parent, Subject subject, Claim claim) {
        String output = String.valueOf(entry.data().getOrDefault("output", ""));
        String shown = end(output);
        boolean isLong = shown.length() < output.length();
        chat.reply(parent, new Notice.Output(entry.text(), shown, isLong), claim.key(), claim.isRetry());
        if (isLong) {
            String name = "%s-%d-%d.txt".formatted(subject.step(), subject.run(), subject.number());
            chat.attach(parent, name, output, entry.text());
        }
    }

    /** As much of its end as a message holds, in which some signs take more room than one. */
    private static String end(String output) {
        String end = output;
        while (Markup.entities(end).length() > LONGEST) {
            int fewer = Math.max(1, end.codePointCount(0, end.length()) / 10);
            end = end.substring(end.offsetByCodePoints(0, fewer));
        }
        return end;
    }
}
