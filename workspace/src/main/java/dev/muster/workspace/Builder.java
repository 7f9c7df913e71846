package dev.muster.workspace;

import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a workspace shall be like before it starts. */
public final class Builder {
    private static final Duration FIRST = Duration.ZERO;
    int port;
    InstantSource clock = InstantSource.system();
    InstantSource patience = InstantSource.system();
    double speed = 1;
    List<Person> people = Cast.PEOPLE;
    List<String> channels = List.of("general", "incidents");
    List<Command> commands = Cast.COMMANDS;
    List<Shortcut> shortcuts = Cast.SHORTCUTS;
    List<Duration> retryDelays = List.of(FIRST, Duration.ofMinutes(1), Duration.ofMinutes(5));
    String appName = "Muster";

    Builder() {}

    /** 0 is a free one. */
    public Builder port(int number) {
        port = number;
        return this;
    }

    /** The clock of messages, signatures and response URLs. */
    public Builder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /** The clock by which a trigger lives three seconds; the real one unless a test moves it. */
    public Builder triggerClock(InstantSource source) {
        patience = source;
        return this;
    }

    /** How much faster than real time the clock runs; only told to the page. */
    public Builder speed(double times) {
        speed = times;
        return this;
    }

    public Builder people(List<Person> cast) {
        people = List.copyOf(cast);
        return this;
    }

    /** These besides, but for those who are there already. */
    public Builder morePeople(List<Person> others) {
        Set<String> known = people.stream().map(Person::id).collect(Collectors.toSet());
        people = Stream.concat(people.stream(), others.stream().filter(other -> !known.contains(other.id())))
                .toList();
        return this;
    }

    /** Names of public channels; all people are members, the bot is not. */
    public Builder channels(List<String> names) {
        channels = List.copyOf(names);
        return this;
    }

    public Builder manifest(List<Command> withCommands, List<Shortcut> withShortcuts) {
        commands = List.copyOf(withCommands);
        shortcuts = List.copyOf(withShortcuts);
        return this;
    }

    public Builder appName(String name) {
        appName = name;
        return this;
    }

    /** How long to wait before each further attempt to deliver an event; as many retries as there are delays. */
    public Builder retryDelays(List<Duration> delays) {
        retryDelays = List.copyOf(delays);
        return this;
    }

    App app() {
        return new App(
                appName,
                Json.nodes(commands.stream().map(Command::json).toList()),
                Json.nodes(shortcuts.stream().map(Shortcut::json).toList()));
    }

    /** Starts it. */
    public Workspace start() {
        return new Workspace(this).start();
    }

    /** Makes it without starting it. */
    public Workspace build() {
        return new Workspace(this);
    }
}
