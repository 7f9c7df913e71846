package dev.muster.workspace.people;

import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.Channel;
import java.util.List;
import java.util.Optional;

/** The commands that belong to the workspace itself. */
final class OwnCommands {
    private final Deeds deeds;
    private final Talk talk;
    private final Places places;

    OwnCommands(Deeds deeds, Talk talk, Places places) {
        this.deeds = deeds;
        this.talk = talk;
        this.places = places;
    }

    Response run(String user, Channel channel, String command, String words) {
        try {
            return Response.local(did(user, channel, command, words) ? "" : "unknown_command");
        } catch (Refusal no) {
            return Response.local(no.error());
        }
    }

    private boolean did(String user, Channel channel, String command, String words) {
        switch (command) {
            case "/me" -> talk.me(user, channel.id(), words);
            case "/invite" -> names(words).forEach(handle -> places.invite(user, channel.id(), handle));
            case "/leave" -> places.leave(user, channel.id());
            case "/topic" -> places.topic(user, channel.id(), words);
            case "/archive" -> places.archive(user, channel.id());
            case "/rename" -> places.rename(user, channel.id(), words);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(String words) {
        return List.of(words.split("[\\s,]+")).stream()
                .map(word -> word.startsWith("@") ? word.substring(1) : word)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** By handle; the bot also answers to the app's name. */
    static Account account(Deeds deeds, String handle) {
        return Optional.of(handle)
                .flatMap(name -> deeds.world().directory().findByHandle(name))
                .orElseThrow(() -> new Refusal("user_not_found"));
    }
}
