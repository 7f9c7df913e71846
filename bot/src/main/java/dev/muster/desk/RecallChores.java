package dev.muster.desk;

import dev.muster.desk.Notice.Text;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import java.util.List;

/** The chore that remembers for everybody what happened before. */
public final class RecallChores {

    private final Recall recall;
    private final Chat chat;

    public RecallChores(Recall recall, Chat chat) {
        this.recall = recall;
        this.chat = chat;
    }

    /** Whoever is in the channel reads it, so a private incident is never among them. */
    void similar(Incident incident, ChannelId channel, Claim claim) {
        List<Remembered> found = recall.like(incident, other -> !other.facts().isPrivate());
        if (!found.isEmpty()) {
            chat.post(channel, new Text(RecallText.of(incident.id(), found)), claim.key(), claim.isRetry());
        }
    }
}
