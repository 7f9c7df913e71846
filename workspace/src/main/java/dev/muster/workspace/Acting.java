package dev.muster.workspace;

import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.people.Choice;
import dev.muster.workspace.people.People;
import dev.muster.workspace.people.Talk;
import dev.muster.workspace.push.EventQueue;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Does things as one person; channels may be named or given by id. Each method returns when the bot has answered what
 * it was told, or failed to; one that the workspace refuses throws, unless it has an {@link Answer} to say so.
 */
public final class Acting {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final World world;
    private final People people;
    private final Talk talk;
    private final EventQueue events;
    private final String user;

    Acting(World world, People people, EventQueue events, Account account) {
        this.world = world;
        this.people = people;
        this.talk = people.talk();
        this.events = events;
        this.user = account.id();
    }

    private <T> T did(Supplier<T> deed) {
        try {
            return deed.get();
        } catch (Refusal no) {
            throw new IllegalStateException(user + " was refused: " + no.error(), no);
        } finally {
            events.awaitTried(LONGEST);
        }
    }

    private void does(Runnable deed) {
        did(() -> {
            deed.run();
            return true;
        });
    }

    private Answer answered(Supplier<Answer> deed) {
        try {
            return deed.get();
        } finally {
            events.awaitTried(LONGEST);
        }
    }

    private String id(String channel) {
        return world.locked(
                () -> world.channels().findAny(channel).map(Channel::id).orElse(channel));
    }

    /** The message's ts. */
    public String post(String channel, String text) {
        return did(() ->
                talk.post(user, id(channel), text, Optional.empty(), false).ts());
    }

    public String reply(String channel, String threadTs, String text) {
        return did(() ->
                talk.post(user, id(channel), text, Optional.of(threadTs), false).ts());
    }

    /** A reply that is also shown in the channel. */
    public String broadcast(String channel, String threadTs, String text) {
        return did(() ->
                talk.post(user, id(channel), text, Optional.of(threadTs), true).ts());
    }

    public void edit(String channel, String ts, String text) {
        does(() -> talk.edit(user, id(channel), ts, text));
    }

    public void delete(String channel, String ts) {
        does(() -> talk.delete(user, id(channel), ts));
    }

    public void react(String channel, String ts, String name) {
        does(() -> talk.react(user, id(channel), ts, name));
    }

    public void unreact(String channel, String ts, String name) {
        does(() -> talk.unreact(user, id(channel), ts, name));
    }

    public void pin(String channel, String ts) {
        does(() -> talk.pin(user, id(channel), ts));
    }

    public void unpin(String channel, String ts) {
        does(() -> talk.unpin(user, id(channel), ts));
    }

    /** The ts of the message that shares the file. */
    public String upload(String channel, String fileName, String content) {
        return did(() -> talk.upload(user, id(channel), fileName, content));
    }

    /** A whole line, such as `/incident declare sev1 checkout is down`. */
    public Answer slash(String channel, String line) {
        return answered(() -> Answer.to(() -> people.commands().run(user, id(channel), line)));
    }

    public Answer press(String channel, String ts, String actionId) {
        return press(channel, ts, Choice.press(actionId));
    }

    /** With the value of the button (where several share an action id), or with what is chosen in a menu. */
    public Answer press(String channel, String ts, String actionId, Object value) {
        return press(channel, ts, Choice.of(actionId, value));
    }

    private Answer press(String channel, String ts, Choice choice) {
        return answered(() -> Answer.to(() -> people.presses().inMessage(user, id(channel), ts, choice)));
    }

    public Answer pressInView(String actionId) {
        return inView(topView(), Choice.press(actionId));
    }

    public Answer pressInView(String actionId, Object value) {
        return inView(topView(), Choice.of(actionId, value));
    }

    public Answer pressInHome(String actionId) {
        return inView(homeView(), Choice.press(actionId));
    }

    public Answer pressInHome(String actionId, Object value) {
        return inView(homeView(), Choice.of(actionId, value));
    }

    private Answer inView(String viewId, Choice choice) {
        return answered(() -> Answer.to(() -> people.presses().inView(user, viewId, choice)));
    }

    private String topView() {
        return world.locked(() -> world.views().top(user))
                .map(view -> view.path("id").asText())
                .orElse("");
    }

    private String homeView() {
        return world.locked(() -> world.views().home(user))
                .map(view -> view.path("id").asText())
                .orElse("");
    }

    /** Submits the view on top; fields that are not given keep what was typed or their initial values. */
    public Answer submit(Map<String, ?> valuesByActionId) {
        return answered(() -> Answer.to(() -> people.submissions().submitTop(user, valuesByActionId)));
    }

    public void closeView() {
        does(() -> people.submissions().closeTop(user));
    }

    public Answer shortcut(String callbackId) {
        return answered(() -> Answer.to(() -> people.shortcuts().global(user, callbackId)));
    }

    public Answer messageShortcut(String callbackId, String channel, String ts) {
        return answered(() -> Answer.to(() -> people.shortcuts().onMessage(user, callbackId, id(channel), ts)));
    }

    public void openHome() {
        does(() -> talk.openHome(user));
    }

    public void join(String channel) {
        does(() -> talk.join(user, id(channel)));
    }

    public void leave(String channel) {
        does(() -> talk.leave(user, id(channel)));
    }

    /** By handle; the bot's handle is the app's name in small letters. */
    public void invite(String channel, String handle) {
        does(() -> talk.invite(user, id(channel), handle));
    }

    public void kick(String channel, String handle) {
        does(() -> talk.kick(user, id(channel), handle));
    }

    public void topic(String channel, String topic) {
        does(() -> talk.topic(user, id(channel), topic));
    }

    public void rename(String channel, String name) {
        does(() -> talk.rename(user, id(channel), name));
    }

    public void archive(String channel) {
        does(() -> talk.archive(user, id(channel)));
    }

    public void unarchive(String channel) {
        does(() -> talk.unarchive(user, id(channel)));
    }

    /** The new channel's id. */
    public String create(String name, boolean isPrivate) {
        return did(() -> talk.create(user, name, isPrivate).id());
    }

    /** The id of the conversation with the bot. */
    public String openDm() {
        return did(() -> talk.direct(user, App.BOT_USER).id());
    }

    /** Says something to the bot alone; the message's ts. */
    public String say(String text) {
        return post(openDm(), text);
    }
}
