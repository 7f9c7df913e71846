package dev.muster.rehearse;

import dev.muster.desk.Company;
import dev.muster.desk.Scenarios;
import dev.muster.incident.UserId;
import dev.muster.scenario.Drill;
import dev.muster.scenario.Member;
import dev.muster.scenario.Scenario;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A workspace on this machine for the bot to work in: no Slack is needed, and none is touched. */
public final class Rehearsal implements AutoCloseable {

    private static final String LOBBY = "incidents";

    private final Workspace workspace;
    private final Stage stage;
    private final int rooms;
    private final Optional<Played> played;
    private final Optional<Opening> opening;

    /**
     * What is rehearsed, and by which chance.
     *
     * @param counted whether what those who are played do is counted as if they were there
     */
    public record Played(Scenario scenario, long seed, boolean counted) {

        /** What those who are played do is not counted. */
        public Played(Scenario scenario, long seed) {
            this(scenario, seed, false);
        }

        private List<Person> cast() {
            return scenario.cast().stream().map(Rehearsal::person).toList();
        }
    }

    /**
     * Opens the workspace.
     *
     * @param port where its page is; 0 for a free one
     * @param clock what time it is there, and for the bot
     * @param played empty for a place where nothing happens by itself
     */
    public Rehearsal(int port, InstantSource clock, double speed, Optional<Played> played) {
        this.played = played;
        workspace = Workspace.builder()
                .port(port)
                .clock(clock)
                .speed(speed)
                .morePeople(played.map(Played::cast).orElse(List.of()))
                .start();
        stage = new Stage(workspace, LOBBY, speed);
        rooms = workspace.channels().size();
        opening = played.map(one -> new Opening(one.scenario(), stage, clock, this::isDeclared));
    }

    private static Person person(Member member) {
        return Person.of(member.id(), member.name(), member.part(), "Etc/UTC");
    }

    /** The environment with the settings that make the bot work here, and nowhere else. */
    public Map<String, String> environment(Map<String, String> outside, String database) {
        Map<String, String> inside = new HashMap<>(outside);
        inside.put("SLACK_API_URL", workspace.apiUrl());
        inside.put("SLACK_BOT_TOKEN", workspace.botToken());
        inside.put("SLACK_SIGNING_SECRET", workspace.signingSecret());
        inside.put("SLACK_APP_TOKEN", "");
        inside.put("DATABASE_URL", database);
        inside.put("HOST", "127.0.0.1");
        inside.put("PORT", "0");
        return inside;
    }

    /** Those who are played act as people do. */
    public Company company(Scenarios scenarios) {
        return new Company(played.<Scenarios>map(one -> staging(scenarios, one)).orElse(scenarios), chat -> stage);
    }

    /** Whatever is declared first is a rehearsal of what is played. */
    private Scenarios staging(Scenarios scenarios, Played one) {
        Set<UserId> cast = one.counted() ? Set.of() : ids(one.cast());
        return new Scenarios() {
            @Override
            public List<Scenario> list() {
                return Stream.concat(Stream.of(one.scenario()), scenarios.list().stream())
                        .toList();
            }

            @Override
            public Optional<Drill> staged() {
                return isDeclared()
                        ? Optional.empty()
                        : Optional.of(new Drill(one.scenario().id(), one.seed(), opening.map(Opening::start), cast));
            }
        };
    }

    private static Set<UserId> ids(List<Person> cast) {
        return cast.stream().map(person -> new UserId(person.id())).collect(Collectors.toSet());
    }

    /** What the bot has said in the channels of incidents. */
    public List<String> said() {
        return workspace.channels().stream()
                .map(channel -> channel.path("name").asText())
                .filter(name -> !List.of(LOBBY, "general").contains(name))
                .flatMap(name -> workspace.messages(name).stream())
                .filter(message -> message.has("bot_id"))
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** An incident has a channel of its own. */
    private boolean isDeclared() {
        return workspace.channels().size() > rooms;
    }

    /** From now on what people do reaches the bot. */
    public void connect(URI bot) {
        workspace.connect(bot.resolve("slack/events"));
    }

    /** Begins what is played: what happens until somebody declares an incident. */
    public void open() {
        played.filter(one -> !one.counted()).ifPresent(one -> stage.introduce(one.scenario()));
        opening.ifPresent(Opening::begin);
    }

    /** What has come by now happens at once, and not with the next beat; for tests, whose time is not ours. */
    public void look() {
        opening.ifPresent(Opening::look);
    }

    /** The page. */
    public URI page() {
        return workspace.url();
    }

    /** Where all of it happens; for tests. */
    public Workspace workspace() {
        return workspace;
    }

    @Override
    public void close() {
        opening.ifPresent(Opening::close);
        stage.close();
        workspace.close();
    }
}
