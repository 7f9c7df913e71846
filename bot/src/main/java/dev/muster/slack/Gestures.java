package dev.muster.slack;

import dev.muster.desk.Posts;
import dev.muster.desk.Posts.Post;
import dev.muster.incident.ChannelId;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import dev.muster.timeline.Fields;
import java.util.Optional;
import java.util.function.Consumer;

/** What people do without words: a check mark on a step or an action item, a look at the bot's home. */
public final class Gestures {

    private final Posts posts;
    private final Speech speech;
    private final Consumer<UserId> showHome;

    /** @param speech takes a check mark for what one could have typed instead */
    public Gestures(Posts posts, Speech speech, Consumer<UserId> showHome) {
        this.posts = posts;
        this.speech = speech;
        this.showHome = showHome;
    }

    /** What a gesture says. */
    @FunctionalInterface
    public interface Speech {

        /** @param origin the gesture's own key */
        void say(UserId by, ChannelId channel, String words, String origin);
    }

    void act(Fields event, String origin) {
        switch (event.plain("type")) {
            case "app_home_opened" -> event.text("user").map(UserId::new).ifPresent(showHome);
            case "reaction_added" -> reaction(event, origin);
            default -> {
                // Nothing but a line of the record.
            }
        }
    }

    static boolean isMark(Fields event) {
        return event.plain("type").equals("reaction_added")
                && event.plain("reaction").equals("white_check_mark");
    }

    /** Whether somebody marked a message of the bot's before it was noted which one it is. */
    boolean isEarly(Fields event, String bot) {
        return isMark(event)
                && event.plain("item_user").equals(bot)
                && post(event).isEmpty();
    }

    private Optional<Post> post(Fields event) {
        String ts = event.object("item").plain("ts");
        return Intake.channel(event).flatMap(channel -> posts.find(new MessageRef(channel, ts)));
    }

    private void reaction(Fields event, String origin) {
        Optional<UserId> user = event.text("user").map(UserId::new);
        Optional<ChannelId> channel = Intake.channel(event);
        if (isMark(event) && user.isPresent() && channel.isPresent()) {
            post(event)
                    .flatMap(Gestures::words)
                    .ifPresent(words -> speech.say(user.get(), channel.get(), words, origin));
        }
    }

    /** Posts are named {@code action:3:…} and {@code step:1/look:…}. */
    private static Optional<String> words(Post post) {
        String[] name = post.name().split(":");
        return switch (name[0]) {
            case "action" -> Optional.of("actions %s done %s".formatted(post.incident(), name[1]));
            case "step" ->
                Optional.of("%s runbook mark %s done".formatted(post.incident(), name[1].replaceFirst("/", " ")));
            default -> Optional.empty();
        };
    }
}
