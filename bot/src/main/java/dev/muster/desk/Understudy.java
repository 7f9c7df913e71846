package dev.muster.desk;

import dev.muster.desk.Notice.Text;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Role;
import dev.muster.scenario.Act;
import dev.muster.scenario.Act.Place;
import dev.muster.scenario.Member;
import java.util.stream.Collectors;

/**
 * The bot speaks for everybody who is played, in the channel of the drill alone: whoever is not part of it is not alarmed,
 * and each line says that it is a drill.
 */
public final class Understudy implements Troupe {

    private static final String MARK = ":performing_arts: *Drill*, ";

    private final Chat chat;

    public Understudy(Chat chat) {
        this.chat = chat;
    }

    @Override
    public void perform(Act act, Scene scene) {
        act.accept(new Act.Visitor<Boolean>() {
            @Override
            public Boolean say(Act.Say say) {
                return post(
                        scene,
                        place(scene, say.in()),
                        who(scene, say.from()) + where(say.in()) + ":\n" + said(say.words(scene.time())));
            }

            @Override
            public Boolean alert(Act.Alert alert) {
                return post(
                        scene,
                        scene.channel(),
                        "alert *%s*:\n%s%s".formatted(Markup.escape(alert.name()), said(alert.text()), labels(alert)));
            }

            @Override
            public Boolean command(Act.Command command) {
                return post(scene, scene.channel(), who(scene, command.from()) + ":\n" + said(command.instead()));
            }

            /** What is wrong with Slack here is real. */
            @Override
            public Boolean trouble(Act.Trouble trouble) {
                return false;
            }
        });
    }

    private boolean post(Scene scene, ChannelId channel, String words) {
        chat.post(channel, new Text(MARK + words), scene.key(), scene.retry());
        return true;
    }

    private ChannelId place(Scene scene, Place place) {
        return place == Place.COMMANDER
                ? scene.incident().holder(Role.IC).map(chat::direct).orElse(scene.channel())
                : scene.channel();
    }

    private static String where(Place place) {
        return switch (place) {
            case LOBBY -> " (where everybody reads it)";
            case COMMANDER -> " (to the commander alone)";
            case INCIDENT -> "";
        };
    }

    private static String who(Scene scene, String id) {
        Member member = scene.scenario().member(id);
        return "*%s*, %s, played by me".formatted(Markup.escape(member.name()), Markup.escape(member.part()));
    }

    private static String said(String words) {
        return words.strip()
                .lines()
                .map(line -> "> " + Markup.escape(line, 2000))
                .collect(Collectors.joining("\n"));
    }

    private static String labels(Act.Alert alert) {
        return alert.labels().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(label -> "\n> %s: %s".formatted(Markup.escape(label.getKey()), Markup.escape(label.getValue())))
                .collect(Collectors.joining());
    }
}
