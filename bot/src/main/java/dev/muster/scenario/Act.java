package dev.muster.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What happens when an inject's moment has come. */
public sealed interface Act {

    <R> R accept(Visitor<R> visitor);

    /**
     * In a few words, for the timeline and for whoever reads the scenario.
     *
     * @param time 1 for the first time
     */
    String summary(int time);

    /** Who does it; empty for what nobody does. */
    default Optional<String> who() {
        return Optional.empty();
    }

    /** Where somebody says something. */
    enum Place {
        /** The incident's channel. */
        INCIDENT,
        /** The channel where incidents are announced. */
        LOBBY,
        /** To the commander alone; to the incident's channel while there is none. */
        COMMANDER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Somebody says something: each time the next of these, and the first again after the last. */
    record Say(String from, Place in, List<String> words) implements Act {
        public Say {
            words = List.copyOf(words);
        }

        /** @param time 1 for the first time */
        public String words(int time) {
            return words.get((time - 1) % words.size());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.say(this);
        }

        @Override
        public Optional<String> who() {
            return Optional.of(from);
        }

        @Override
        public String summary(int time) {
            return from + " says: " + words(time).strip();
        }
    }

    /** Monitoring raises an alert. */
    record Alert(String name, String text, Map<String, String> labels) implements Act {
        public Alert {
            labels = Map.copyOf(labels);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alert(this);
        }

        @Override
        public String summary(int time) {
            return "alert " + name + ": " + text;
        }
    }

    /**
     * Somebody uses the command.
     *
     * @param words what is typed behind {@code /incident}
     * @param instead what is said where nobody can type for somebody else
     */
    record Command(String from, String words, String instead) implements Act {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.command(this);
        }

        @Override
        public Optional<String> who() {
            return Optional.of(from);
        }

        @Override
        public String summary(int time) {
            return from + " types: /incident " + words;
        }
    }

    /** Slack itself has trouble for a while. */
    record Trouble(Sort sort, Duration lasting) implements Act {

        /** What is wrong with it. */
        public enum Sort {
            /** Every call takes seconds. */
            SLOW,
            /** Calls are answered with 500. */
            ERRORS,
            /** Calls are told to come back later. */
            LIMITED,
            /** No connection is answered. */
            DOWN;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.trouble(this);
        }

        @Override
        public String summary(int time) {
            return "Slack is " + sort + " for " + lasting.toSeconds() + " s";
        }
    }

    /** Java 17 has no exhaustive switch over a sealed type, so the compiler checks this instead. */
    interface Visitor<R> {
        R say(Say act);

        R alert(Alert act);

        R command(Command act);

        R trouble(Trouble act);
    }
}
