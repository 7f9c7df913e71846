package dev.muster.desk;

import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.scenario.Act;
import dev.muster.scenario.Scenario;

/** Plays those who are not there. */
@FunctionalInterface
public interface Troupe {

    /** Lets it happen; throws as {@link Chat} does, and may be asked again for what was cut off. */
    void perform(Act act, Scene scene);

    /**
     * Where it happens.
     *
     * @param time how often it has happened with this time
     * @param key unique, to find what was done already
     */
    record Scene(Incident incident, ChannelId channel, Scenario scenario, int time, String key, boolean retry) {}
}
