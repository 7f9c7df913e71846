package dev.muster.rehearse;

import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Troupe;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import dev.muster.scenario.Act;
import dev.muster.scenario.Scenario;
import dev.muster.workspace.Acting;
import dev.muster.workspace.Faults;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import dev.muster.workspace.api.FaultPlan.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Plays a scenario in a local workspace, where everybody who is played has an account and acts as people do. */
final class Stage implements Troupe, AutoCloseable {

    private static final String MONITORING = "pager";
    private static final String FACILITATOR = "rehearsal";
    private static final Duration SLOW = Duration.ofSeconds(4);
    private static final int SECONDS = 20;

    private final Workspace workspace;
    private final String lobby;
    private final double speed;
    private final ScheduledExecutorService relief = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "relief");
        thread.setDaemon(true);
        return thread;
    });

    Stage(Workspace workspace, String lobby, double speed) {
        this.workspace = workspace;
        this.lobby = lobby;
        this.speed = speed;
    }

    @Override
    public void perform(Act act, Scene scene) {
        String commander = scene.incident()
                .holder(Role.IC)
                .flatMap(this::handle)
                .map(ic -> "@" + ic + " ")
                .orElse("");
        try {
            perform(act, scene.channel().value(), commander, scene.time());
        } catch (IllegalStateException | IllegalArgumentException refused) {
            throw new NotEver(String.valueOf(refused.getMessage()));
        }
    }

    /** Says where somebody looks first what this is about. */
    void introduce(Scenario scenario) {
        workspace
                .asApp(FACILITATOR)
                .post(
                        "general",
                        "*Rehearsed is: %s.* You are on call. The first alert comes in *#incidents*: declare an incident there when you think that it is one (`/incident declare`), lead it to its end, and resolve it. Then its channel has your score. Colleagues and customers are played; ask them, they know things."
                                .formatted(scenario.title()));
    }

    /** Before there is an incident everything happens where everybody reads it. */
    void open(Act act, int time) {
        perform(act, lobby, "", time);
    }

    private void perform(Act act, String channel, String commander, int time) {
        act.accept(new Act.Visitor<Boolean>() {
            @Override
            public Boolean say(Act.Say say) {
                String words = say.words(time).strip();
                return switch (say.in()) {
                    case LOBBY -> post(say.from(), lobby, words);
                    case INCIDENT -> post(say.from(), channel, words);
                    case COMMANDER -> post(say.from(), channel, commander + words);
                };
            }

            @Override
            public Boolean alert(Act.Alert alert) {
                workspace.asApp(MONITORING).post(lobby, text(alert));
                return true;
            }

            @Override
            public Boolean command(Act.Command command) {
                in(command.from(), channel).slash(channel, "/incident " + command.words());
                return true;
            }

            @Override
            public Boolean trouble(Act.Trouble trouble) {
                begin(trouble.sort(), workspace.faults());
                long real = (long) (trouble.lasting().toMillis() / speed);
                relief.schedule(() -> workspace.faults().clear(), real, TimeUnit.MILLISECONDS);
                return true;
            }
        });
    }

    private Optional<String> handle(UserId person) {
        return workspace.people().stream()
                .filter(one -> one.id().equals(person.value()))
                .map(Person::handle)
                .findFirst();
    }

    private boolean post(String from, String channel, String words) {
        in(from, channel).post(channel, words);
        return true;
    }

    /** Whoever speaks somewhere is there. */
    private Acting in(String handle, String channel) {
        Acting person = workspace.as(handle);
        String id = workspace.actor(handle).id();
        boolean isThere = workspace.channel(channel).stream()
                .flatMap(place -> StreamSupport.stream(place.path("members").spliterator(), false))
                .anyMatch(member -> member.asText().equals(id));
        if (!isThere) {
            person.join(channel);
        }
        return person;
    }

    private static String text(Act.Alert alert) {
        String labels = alert.labels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(label -> "\n%s: %s".formatted(label.getKey(), label.getValue()))
                .collect(Collectors.joining());
        return ":rotating_light: *[FIRING] %s*\n%s%s"
                .formatted(alert.name(), alert.text().strip(), labels);
    }

    private static void begin(Act.Trouble.Sort sort, Faults faults) {
        switch (sort) {
            case SLOW -> faults.delayAll(SLOW);
            case ERRORS -> faults.decide((method, arguments) -> Optional.of(Fault.status(500)));
            case LIMITED -> faults.decide((method, arguments) -> Optional.of(Fault.rateLimit(SECONDS)));
            case DOWN -> faults.down(true);
        }
    }

    @Override
    public void close() {
        relief.shutdownNow();
    }
}
