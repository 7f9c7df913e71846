package dev.muster.desk;

/** What is kept, and where the desk finds it. Safe for many threads. */
public interface Kept {

    Incidents incidents();

    Timelines timelines();

    Reviews reviews();

    Promises promises();

    Posts posts();

    Archive archive();

    Scores scores();
}
