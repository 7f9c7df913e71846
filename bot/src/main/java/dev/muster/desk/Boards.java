package dev.muster.desk;

import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import dev.muster.incident.MessageRef;

/** Messages that show how something stands: posted once, and edited from then on. */
final class Boards {

    private final Posts posts;
    private final Chat chat;

    Boards(Posts posts, Chat chat) {
        this.posts = posts;
        this.chat = chat;
    }

    /** Edits the message of that name if it is there; else posts it, once. */
    MessageRef show(Incident incident, ChannelId channel, String name, Notice notice, Claim claim) {
        return posts.find(incident.id(), name)
                .filter(message -> chat.update(message, notice))
                .orElseGet(() -> post(incident, channel, name, notice, claim));
    }

    /** A message that an earlier attempt posted is found by its key, and may say old things. */
    private MessageRef post(Incident incident, ChannelId channel, String name, Notice notice, Claim claim) {
        MessageRef message = chat.post(channel, notice, incident.id() + "/" + name, claim.isRetry());
        posts.put(incident.id(), name, message);
        if (claim.isRetry()) {
            chat.update(message, notice);
        }
        return message;
    }
}
