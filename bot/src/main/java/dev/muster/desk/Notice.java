package dev.muster.desk;

import dev.muster.incident.ActionItem;
import dev.muster.incident.Criterion;
import dev.muster.incident.Handbook.RoleRule;
import dev.muster.incident.Handbook.SeverityRule;
import dev.muster.incident.Incident;
import dev.muster.incident.Offer;
import dev.muster.incident.Proposal;
import dev.muster.incident.Role;
import dev.muster.incident.Service;
import dev.muster.incident.UserId;
import dev.muster.runbook.Outlook;
import dev.muster.runbook.Run;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.Step;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the bot has to say, before anyone decides how it looks. */
public sealed interface Notice {

    <R> R accept(Visitor<R> visitor);

    /** How things stand, with what can be done. */
    record Card(Incident incident) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.card(this);
        }
    }

    /** What everybody outside the channel is told. */
    record Announcement(Incident incident) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.announcement(this);
        }
    }

    /** A line of the timeline that the channel is told. */
    record Told(Incident incident, Row row) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.told(this);
        }
    }

    /** The last hash of the timeline, for all to see. */
    record Sealed(Incident incident, Chain head) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sealed(this);
        }
    }

    /** What the holder of a role is there for, and how far its checklist has come. */
    record Duties(Incident incident, Role role, RoleRule rule, UserId reader) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.duties(this);
        }
    }

    /**
     * A status update is owed. {@code missed} counts those that have fallen due; {@code next} are those who are told next,
     * if asking did not help.
     */
    record UpdateOwed(Incident incident, long missed, List<String> next) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.updateOwed(this);
        }
    }

    /** Nobody holds a role. */
    record RoleEmpty(Incident incident, Role role, RoleRule rule) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.roleEmpty(this);
        }
    }

    /** An action item needs its owner. {@code again} says whether it has happened again meanwhile. */
    record ActionOwed(Incident incident, ActionItem item, Optional<Again> again) implements Notice {

        public ActionOwed(Incident incident, ActionItem item) {
            this(incident, item, Optional.empty());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.actionOwed(this);
        }
    }

    /** Several action items need their owner, at least two. */
    record ActionsOwed(List<Owned> items) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.actionsOwed(this);
        }
    }

    /** An action item stays undone, whoever is reminded. */
    record ActionStuck(Incident incident, ActionItem item) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.actionStuck(this);
        }
    }

    /** An action item is said to be done, and somebody else is asked to look. */
    record ActionDone(Incident incident, ActionItem item) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.actionDone(this);
        }
    }

    /** All that somebody needs who has just come in: key moments oldest first, and the steps that are to be done. */
    record Brief(Incident incident, List<Row> moments, List<StepShown> steps) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.brief(this);
        }
    }

    /** A role that was offered to somebody, and how that stands. */
    record Offered(Brief brief, Role role, UserId to) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.offered(this);
        }
    }

    /** Nobody has said yes or no to the offer of a role. */
    record Unanswered(Incident incident, Role role, Offer offer) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unanswered(this);
        }
    }

    /** It may be time to tell more people. {@code contacts} are those of the services that are hit. */
    record Escalation(Incident incident, Criterion criterion, SeverityRule rule, List<String> contacts)
            implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.escalation(this);
        }
    }

    /** What somebody wants to do, and how that stands. */
    record Proposed(Incident incident, Proposal proposal) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.proposed(this);
        }
    }

    /** Services that are hit, what cannot do without them, and the runbooks that help. */
    record Hit(Incident incident, List<Service> hit, List<Service> dependents, List<Fitting> books) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hit(this);
        }
    }

    /** How it stands, to somebody who follows it from afar. */
    record Word(Incident incident) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.word(this);
        }
    }

    /** What may be said outside, for each audience. */
    record Outside(Incident incident, List<Said> texts) implements Notice {

        /** Words for one audience, and the channel where it reads them; empty if it has none. */
        public record Said(String audience, String channel, String words) {}

        /** What is only practised, or meant for few, is posted nowhere. */
        public boolean isPosted() {
            return !incident.facts().drill() && !incident.facts().isPrivate();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.outside(this);
        }
    }

    /** A step of a runbook, as it stands in a run. */
    record StepShown(Incident incident, Run run, Runbook book, Step step, Outlook outlook) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stepShown(this);
        }
    }

    /** A step that is waited for. */
    record StepOwed(StepShown shown) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stepOwed(this);
        }
    }

    /** What came of a step that was run. {@code cut} says that only the end is shown, and the rest is in a file. */
    record Output(String line, String text, boolean cut) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.output(this);
        }
    }

    /** Lines of one timeline, oldest first. {@code head} tells how many there are in all. */
    record Lines(Incident incident, List<Row> rows, Chain head) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lines(this);
        }
    }

    /** What an incident has taught, in its published post-mortem, with a line of that. */
    record Learned(Incident incident, Instant published, String excerpt) {}

    /**
     * What was found, newest first, below what has been learned of it. {@code older} are the words that find more; empty if
     * there is nothing more.
     */
    record Found(String title, List<Learned> learned, List<Search.Found> finds, String older) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.found(this);
        }
    }

    /** Something else, to somebody who wrote what looks like a secret; by the names of the rules that say so. */
    record Warned(Notice notice, List<String> rules) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.warned(this);
        }
    }

    /** Incidents, one below the other. */
    record Listing(String title, List<Incident> incidents) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.listing(this);
        }
    }

    /** Action items, one below the other. */
    record Actions(String title, List<Owned> items) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.actions(this);
        }
    }

    /** An action item with the incident that it belongs to, and whether that has happened again meanwhile. */
    record Owned(Incident incident, ActionItem item, Optional<Again> again) {

        public Owned(Incident incident, ActionItem item) {
            this(incident, item, Optional.empty());
        }

        /** What needs doing of all that these incidents left behind, that first which is due first. */
        public static List<Owned> open(Collection<Incident> incidents, Predicate<Owned> wanted) {
            return incidents.stream()
                    .flatMap(incident -> incident.actions().stream().map(item -> new Owned(incident, item)))
                    .filter(owned -> owned.item().isOpen())
                    .filter(wanted)
                    .sorted(Comparator.comparing(owned -> owned.item().due()))
                    .toList();
        }
    }

    /** Text as in {@link Text}, with something that can be done about it below. */
    record Suggested(String markup, List<Choice> choices) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.suggested(this);
        }
    }

    /** Words that can be said by pressing a button. */
    record Choice(String label, String words) {}

    /** Text as it is, in Slack's markup; whoever makes it has escaped what others wrote. */
    record Text(String markup) implements Notice {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /** Java 17 has no exhaustive switch over a sealed type, so the compiler checks this instead. */
    interface Visitor<R> {
        R card(Card notice);

        R announcement(Announcement notice);

        R told(Told notice);

        R sealed(Sealed notice);

        R duties(Duties notice);

        R updateOwed(UpdateOwed notice);

        R roleEmpty(RoleEmpty notice);

        R actionOwed(ActionOwed notice);

        R actionsOwed(ActionsOwed notice);

        R actionStuck(ActionStuck notice);

        R actionDone(ActionDone notice);

        R brief(Brief notice);

        R offered(Offered notice);

        R unanswered(Unanswered notice);

        R escalation(Escalation notice);

        R proposed(Proposed notice);

        R hit(Hit notice);

        R word(Word notice);

        R outside(Outside notice);

        R stepShown(StepShown notice);

        R stepOwed(StepOwed notice);

        R output(Output notice);

        R lines(Lines notice);

        R found(Found notice);

        R warned(Warned notice);

        R listing(Listing notice);

        R actions(Actions notice);

        R suggested(Suggested notice);

        R text(Text notice);
    }
}
