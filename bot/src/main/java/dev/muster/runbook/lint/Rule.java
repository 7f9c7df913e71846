package dev.muster.runbook.lint;

import java.util.Locale;

/** What a runbook is held to. The names stand in runbooks that silence them. */
public enum Rule {
    FORMAT(Level.ERROR, "The file can be read as a runbook"),
    OWNERS(Level.WARNING, "Somebody keeps it true"),
    CONTACTS(Level.WARNING, "It names whom to call when it does not help"),
    UNKNOWN_CONTACT(Level.WARNING, "Owners and contacts are there in Slack"),
    WHEN(Level.WARNING, "It says when it applies"),
    REVIEW(Level.WARNING, "It says when it was reviewed and how often it should be"),
    REVIEW_OVERDUE(Level.WARNING, "Its next review lies ahead"),
    NOT_USED(Level.WARNING, "It was run or tested in the last year"),
    FILE_NAME(Level.WARNING, "The file is named after the id"),
    DIAGNOSIS(Level.WARNING, "Something is looked at before anything is done"),
    WHY(Level.WARNING, "Each step says why"),
    EXPECT(Level.WARNING, "A check says what should be seen"),
    TIME_LIMIT(Level.WARNING, "A command or a call has a time limit"),
    ROLL_BACK(Level.WARNING, "What changes something names the way back"),
    VERIFICATION(Level.WARNING, "After a change a check follows on every way"),
    TOO_LONG(Level.WARNING, "A step fits into one message"),
    VAGUE_WORDS(Level.WARNING, "A tired person need not guess what is meant"),
    RETIRED(Level.WARNING, "Nothing that is gone is mentioned"),
    DEAD_LINK(Level.WARNING, "Every link answers"),
    SECRET(Level.ERROR, "There is no secret in it"),
    UNDEFINED_PARAMETER(Level.ERROR, "Every {{name}} is a parameter"),
    UNUSED_PARAMETER(Level.WARNING, "Every parameter is used"),
    UNKNOWN_RUNBOOK(Level.ERROR, "The runbooks that it calls are there, and given what they ask for"),
    NEEDLESS_SILENCE(Level.WARNING, "What is silenced would otherwise be heard");

    private final Level level;
    private final String promise;

    Rule(Level level, String promise) {
        this.level = level;
        this.promise = promise;
    }

    /** How much it matters. */
    public enum Level {
        WARNING,
        ERROR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Level level() {
        return level;
    }

    /** What is so when nothing is found. */
    public String promise() {
        return promise;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
