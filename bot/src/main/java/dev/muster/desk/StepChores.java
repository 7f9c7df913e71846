package dev.muster.desk;

import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Notice.StepShown;
import dev.muster.desk.Notice.Text;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.UserId;
import dev.muster.runbook.Action.Message;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import java.util.List;
import java.util.Optional;

/** The chores of a walk through a runbook: asking for a step, going on, and saying what a step says. */
public final class StepChores {

    private final RunDesk runs;
    private final People people;
    private final Chat chat;

    public StepChores(RunDesk runs, People people, Chat chat) {
        this.runs = runs;
        this.people = people;
        this.chat = chat;
    }

    /** The subject of a chore about a step, taken apart; a number may stand behind it. */
    private record Subject(int run, String step, int number) {
        static Subject of(Claim claim) {
            String[] parts = claim.promise().subject().split("/");
            return new Subject(Integer.parseInt(parts[0]), parts[1], parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
        }
    }

    /** The subject is the step to go on with, and the run that is over. */
    void comeBack(Incident incident, Claim claim) {
        Subject subject = Subject.of(claim);
        runs.comeBack(incident.id(), subject.run(), subject.step(), subject.number());
    }

    void waited(Incident incident, Claim claim) {
        Subject subject = Subject.of(claim);
        runs.waited(incident.id(), subject.run(), subject.step());
    }

    /** Whoever holds the step, else whoever has its role, else nobody in particular is asked for it. */
    void ask(Incident incident, ChannelId channel, Claim claim) {
        Subject subject = Subject.of(claim);
        Run run = runs.get(incident.id(), subject.run());
        Runbook book = runs.version(run);
        Step step = book.step(subject.step());
        boolean isOpen =
                incident.isActive() && run.current(book).filter(step::equals).isPresent();
        if (isOpen) {
            chat.post(channel, new Notice.StepOwed(runs.shown(incident, run, step)), claim.key(), claim.isRetry());
            runs.asked(run, step);
        }
    }

    /** The words are the team's own; what is filled in is anybody's, and neither calls nor formats. */
    void passOn(Incident incident, Claim claim) {
        Subject subject = Subject.of(claim);
        Run run = runs.get(incident.id(), subject.run());
        StepShown shown = runs.shown(incident, run, runs.version(run).step(subject.step()));
        if (shown.step().action() instanceof Message message) {
            target(incident, message.to(), subject.number())
                    .ifPresent(to -> chat.post(to, new Text(words(message, shown)), claim.key(), claim.isRetry()));
        }
    }

    /** Without a channel of its own an incident has nowhere to say anything. */
    private Optional<ChannelId> target(Incident incident, List<String> to, int place) {
        if (to.isEmpty()) {
            return incident.room().open();
        }
        String name = to.get(place);
        return Optional.of(
                name.startsWith("@") ? chat.direct(person(name)) : chat.channel(name.replaceFirst("^#", "")));
    }

    private UserId person(String handle) {
        return people.findByHandle(handle.substring(1))
                .map(Person::id)
                .orElseThrow(() -> new NotEver("there is nobody who goes by " + handle));
    }

    private String words(Message message, StepShown shown) {
        String called = Handles.called(Markup.entities(message.message()), people, unknown -> unknown);
        return Markup.fill(called, shown.outlook().values());
    }
}
