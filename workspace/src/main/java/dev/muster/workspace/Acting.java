package dev.muster.workspace;

import dev.muster.workspace.people.Choice;
import dev.muster.workspace.people.People;
import dev.muster.workspace.people.Places;
import dev.muster.workspace.people.Talk;
import dev.muster.workspace.push.EventQueue;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Presences;
import dev.muster.workspace.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does things as one person; channels may be named or given by id. Each method returns when the bot has answered what
 * it was told, or failed to; one that the workspace refuses throws, unless it has an {@link Answer} to say so.
 */
public final class Acting {
    private final World world;
    private final People people;
    private final Talk talk;
    private final Places places;
    private final Doing doing;
    private final String user;

    Acting(World world, People people, EventQueue events, Account account) {
        this.world = world;
        this.people = people;
        this.talk = people.talk();
        this.places = people.places();
        this.user = account.id();
        this.doing = new Doing(events, user);
    }

    private String id(String channel) {
        return world.locked(
                () -> world.channels().findAny(channel).map(Channel::id).orElse(channel));
    }

    /** The message's ts. */
    public String post(String channel, String text) {
        return doing.did(() ->
                talk.post(user, id(channel), text, Optional.empty(), false).ts());
    }

    public String reply(String channel, String threadTs, String text) {
        return doing.did(() ->
                talk.post(user, id(channel), text, Optional.of(threadTs), false).ts());
    }

    /** A reply that is also shown in the channel. */
    public String broadcast(String channel, String threadTs, String text) {
        return doing.did(() ->
                talk.post(user, id(channel), text, Optional.of(threadTs), true).ts());
    }

    /** What `/me` says; the message's ts. */
    public String me(String channel, String text) {
        return doing.did(() -> talk.me(user, id(channel), text).ts());
    }

    public void edit(String channel, String ts, String text) {
        doing.does(() -> talk.edit(user, id(channel), ts, text));
    }

    public void delete(String channel, String ts) {
        doing.does(() -> talk.delete(user, id(channel), ts));
    }

    /** By its short name, with or without colons, and perhaps with a skin tone: `thumbsup::skin-tone-3`. */
    public void react(String channel, String ts, String name) {
        doing.does(() -> talk.react(user, id(channel), ts, name));
    }

    public void unreact(String channel, String ts, String name) {
        doing.does(() -> talk.unreact(user, id(channel), ts, name));
    }

    public void pin(String channel, String ts) {
        doing.does(() -> talk.pin(user, id(channel), ts));
    }

    public void unpin(String channel, String ts) {
        doing.does(() -> talk.unpin(user, id(channel), ts));
    }

    /** The ts of the message that shares the file. */
    public String upload(String channel, String fileName, String content) {
        return doing.did(() -> talk.upload(user, id(channel), fileName, content));
    }

    /**
     * Deletes a file of one's own for good: the bot gets `file_deleted`, the messages that shared the file keep
     * `{"id", "mode": "tombstone"}` in its place, and files.info answers `file_deleted`.
     */
    public void deleteFile(String channel, String fileId) {
        doing.does(() -> talk.deleteFile(user, id(channel), fileId));
    }

    /** A whole line, such as `/incident declare sev1 checkout is down`. */
    public Answer slash(String channel, String line) {
        return doing.answered(() -> Answer.to(() -> people.commands().run(user, id(channel), line)));
    }

    public Answer press(String channel, String ts, String actionId) {
        return press(channel, ts, Choice.press(actionId));
    }

    /** With the value of the button (where several share an action id), or with what is chosen in a menu. */
    public Answer press(String channel, String ts, String actionId, Object value) {
        return press(channel, ts, Choice.of(actionId, value));
    }

    private Answer press(String channel, String ts, Choice choice) {
        return doing.answered(() -> Answer.to(() -> people.presses().inMessage(user, id(channel), ts, choice)));
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
        return doing.answered(() -> Answer.to(() -> people.presses().inView(user, viewId, choice)));
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
        return doing.answered(() -> Answer.to(() -> people.submissions().submitTop(user, valuesByActionId)));
    }

    public void closeView() {
        doing.does(() -> people.submissions().closeTop(user));
    }

    public Answer shortcut(String callbackId) {
        return doing.answered(() -> Answer.to(() -> people.shortcuts().global(user, callbackId)));
    }

    public Answer messageShortcut(String callbackId, String channel, String ts) {
        return doing.answered(() -> Answer.to(() -> people.shortcuts().onMessage(user, callbackId, id(channel), ts)));
    }

    /** Goes away, as users.getPresence tells it. */
    public void goAway() {
        present(presences -> presences.away(user, true));
    }

    public void comeBack() {
        present(presences -> presences.away(user, false));
    }

    /** Is not to be disturbed for so long of the workspace's clock, as dnd.info tells it. */
    public void snooze(Duration time) {
        Instant now = world.stamps().now();
        present(presences -> presences.quiet(user, new Presences.Quiet(now, now.plus(time))));
    }

    private void present(Consumer<Presences> change) {
        world.locked(() -> {
            change.accept(world.presences());
            return true;
        });
    }

    public void openHome() {
        doing.does(() -> places.openHome(user));
    }

    public void join(String channel) {
        doing.does(() -> places.join(user, id(channel)));
    }

    public void leave(String channel) {
        doing.does(() -> places.leave(user, id(channel)));
    }

    /** By handle; the bot's handle is the app's name in small letters. */
    public void invite(String channel, String handle) {
        doing.does(() -> places.invite(user, id(channel), handle));
    }

    public void kick(String channel, String handle) {
        doing.does(() -> places.kick(user, id(channel), handle));
    }

    public void topic(String channel, String topic) {
        doing.does(() -> places.topic(user, id(channel), topic));
    }

    public void rename(String channel, String name) {
        doing.does(() -> places.rename(user, id(channel), name));
    }

    public void archive(String channel) {
        doing.does(() -> places.archive(user, id(channel)));
    }

    public void unarchive(String channel) {
        doing.does(() -> places.unarchive(user, id(channel)));
    }

    /** Makes a public channel private, and says so in it. */
    public void convertToPrivate(String channel) {
        doing.does(() -> places.convertToPrivate(user, id(channel)));
    }

    /** Offers the channel to another workspace: the channel's new id. The old one is not known any more. */
    public String share(String channel) {
        return doing.did(() -> places.share(user, id(channel)));
    }

    /** Starts a huddle: the ts of the message that says so. */
    public String huddle(String channel) {
        return doing.did(() -> places.huddle(user, id(channel)).ts());
    }

    /** The new channel's id. */
    public String create(String name, boolean isPrivate) {
        return doing.did(() -> places.create(user, name, isPrivate).id());
    }

    /** The id of the conversation with the bot. */
    public String openDm() {
        return doing.did(() -> places.direct(user, App.BOT_USER).id());
    }

    /** Says something to the bot alone; the message's ts. */
    public String say(String text) {
        return post(openDm(), text);
    }
}
