package dev.muster.runbook.lint;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What lint knows beside the files.
 *
 * @param retired services and hosts that are gone
 * @param contacts who is there; nobody is looked for if empty
 * @param links what answers; nothing is called if empty
 * @param history what was used when; nobody asks if empty
 */
public record Surroundings(
        LocalDate today,
        Set<String> retired,
        Optional<Contacts> contacts,
        Optional<Links> links,
        Optional<History> history) {

    public Surroundings {
        retired = Set.copyOf(retired);
    }

    /** What was used when. */
    @FunctionalInterface
    public interface History {

        /** The last day on which a runbook was run or tested, in any version. */
        Optional<LocalDate> lastUsed(String runbook);
    }

    /** Who is there. */
    @FunctionalInterface
    public interface Contacts {

        /**
         * Whether there is such a person, group or channel.
         *
         * @param mention with its {@code @} or {@code #}
         */
        boolean exists(String mention);
    }

    /** What answers. */
    @FunctionalInterface
    public interface Links {

        /** What is wrong with the page at this address; empty if it answers. */
        Optional<String> trouble(URI address);
    }
}
