package dev.muster.timeline;

import dev.muster.timeline.MessageState.Reaction;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One message of a {@link ChannelModel}: how Slack would send it now, and what is true of it. */
final class Posting {

    final String ts;
    final Set<String> wordings = new LinkedHashSet<>();
    final Set<String> files = new HashSet<>();
    final Set<Reaction> reactions = new HashSet<>();
    Map<String, Object> json;
    String text;
    Optional<String> editedTs = Optional.empty();
    boolean deleted;
    boolean pinned;
    int replies;

    Posting(Map<String, Object> json, String text) {
        this.ts = String.valueOf(json.get("ts"));
        this.json = json;
        this.text = text;
        wordings.add(text);
    }

    boolean isApp() {
        return json.containsKey("bot_id");
    }

    boolean isAlert() {
        return "bot_message".equals(json.get("subtype"));
    }

    /** Slack's own notices are not edited, replied to or deleted in these histories. */
    boolean isNotice() {
        return String.valueOf(json.get("subtype")).startsWith("channel_");
    }

    Optional<String> thread() {
        return Optional.ofNullable(json.get("thread_ts")).map(String::valueOf).filter(thread -> !thread.equals(ts));
    }

    void says(String newText, String editTs) {
        text = newText;
        wordings.add(newText);
        editedTs = Optional.of(editTs);
    }

    ChannelModel.Truth truth() {
        return new ChannelModel.Truth(
                text,
                Set.copyOf(wordings),
                editedTs,
                deleted,
                thread(),
                Set.copyOf(files),
                Set.copyOf(reactions),
                pinned);
    }
}
