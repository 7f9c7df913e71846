package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.deed.Change;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Draft;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Message;
import dev.muster.workspace.state.World;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** What people do to messages, without the bot having a say. */
public final class Talk {
    private final World world;
    private final Deeds deeds;
    private final Mrkdwn mrkdwn;
    private final String baseUrl;

    Talk(Deeds deeds, String baseUrl) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.baseUrl = baseUrl;
        mrkdwn = new Mrkdwn(world);
    }

    public Message post(String user, String channelId, String text, Optional<String> thread, boolean broadcast) {
        return world.locked(() -> {
            requireText(text);
            Draft draft = Draft.of(user, mrkdwn.message(text)).in(thread, broadcast);
            return deeds.posting().post(deeds.openChannel(channelId, user), draft);
        });
    }

    /** What /me says. */
    public Message me(String user, String channelId, String words) {
        return world.locked(() -> {
            requireText(words);
            Draft draft = Draft.of(user, mrkdwn.message(words)).with("subtype", TextNode.valueOf("me_message"));
            return deeds.posting().post(deeds.openChannel(channelId, user), draft);
        });
    }

    private static void requireText(String text) {
        if (text.isBlank()) {
            throw new Refusal("no_text");
        }
    }

    public void edit(String user, String channelId, String ts, String text) {
        run(() -> {
            requireText(text);
            Channel channel = deeds.openChannel(channelId, user);
            Message message = own(user, channel, ts, "cant_update_message");
            deeds.posting().edit(channel, message, Change.text(mrkdwn.message(text)));
        });
    }

    public void delete(String user, String channelId, String ts) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.posting().delete(channel, own(user, channel, ts, "cant_delete_message"));
        });
    }

    private Message own(String user, Channel channel, String ts, String error) {
        Message message = deeds.message(channel, ts);
        if (!message.user().equals(user) || message.isNotice()) {
            throw new Refusal(error);
        }
        return message;
    }

    public void react(String user, String channelId, String ts, String name) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.marks().react(channel, deeds.message(channel, ts), user, emoji(name));
        });
    }

    public void unreact(String user, String channelId, String ts, String name) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.marks().unreact(channel, deeds.message(channel, ts), user, emoji(name));
        });
    }

    /** Colons around the name are not part of it; those before a skin tone are. */
    private static String emoji(String name) {
        return name.replaceAll("^:|:$", "");
    }

    public void pin(String user, String channelId, String ts) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.marks().pin(channel, deeds.message(channel, ts), user);
        });
    }

    public void unpin(String user, String channelId, String ts) {
        run(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            deeds.marks().unpin(channel, deeds.message(channel, ts), user);
        });
    }

    /** Shares a text as a file; the answer is the message's ts. */
    public String upload(String user, String channelId, String name, String text) {
        return world.locked(() -> {
            Channel channel = deeds.openChannel(channelId, user);
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            var upload = world.files().announce(name, content.length, "");
            world.files().content(upload.id(), content);
            String url = baseUrl + "files/" + upload.id();
            ObjectNode file =
                    world.files().share(upload, name, user, url, world.stamps().seconds());
            file.withArray("channels").add(channel.id());
            return deeds.posting()
                    .post(channel, shared(user, deeds.files().inMessage(file, user)))
                    .ts();
        });
    }

    public void deleteFile(String user, String channelId, String fileId) {
        run(() -> {
            deeds.openChannel(channelId, user);
            deeds.files().delete(fileId, user);
        });
    }

    private static Draft shared(String user, ObjectNode file) {
        return Draft.of(user, "")
                .with("subtype", TextNode.valueOf("file_share"))
                .with("files", Json.array().add(file))
                .with("upload", Json.object().booleanNode(false))
                .with("display_as_bot", Json.object().booleanNode(false));
    }

    private void run(Runnable deed) {
        Supplier<Boolean> done = () -> {
            deed.run();
            return true;
        };
        world.locked(done);
    }
}
