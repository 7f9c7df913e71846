package dev.muster.slack;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.ResponseMetadata;
import dev.muster.incident.ChannelId;
import dev.muster.incident.MessageRef;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a channel holds, read page by page as raw JSON, because the typed messages drop fields. */
final class History {

    private static final int PAGE = 200;
    private static final int PAGES_SEARCHED = 5;

    private final Web web;

    History(Web web) {
        this.web = web;
    }

    /** A page of the channel, up to {@code latest}, or at Slack's own place. */
    Reading.Page channel(ChannelId channel, String latest, String cursor) {
        return page("conversations.history", channel, Map.of("latest", latest, "cursor", cursor))
                .read();
    }

    /** A page of a thread, from {@code oldest} on, up to {@code latest}. The parent, which Slack puts first on each page, is not in it. */
    Reading.Page thread(ChannelId channel, String parent, String oldest, String latest, String cursor) {
        Reading.Page page = page(
                        "conversations.replies",
                        channel,
                        Map.of("ts", parent, "oldest", oldest, "latest", latest, "cursor", cursor))
                .read();
        List<Fields> replies = page.messages().stream()
                .filter(reply -> !reply.plain("ts").equals(parent))
                .toList();
        return new Reading.Page(replies, page.next(), page.limited());
    }

    /** The bot's message with this key in its metadata, if it is among the newest. */
    Optional<MessageRef> find(ChannelId channel, String eventType, String key) {
        String cursor = "";
        for (int pages = 0; pages < PAGES_SEARCHED; pages++) {
            Page page = page("conversations.history", channel, Map.of("cursor", cursor));
            Optional<MessageRef> found = with(page, channel, eventType, key);
            cursor = next(page.responseMetadata);
            if (found.isPresent() || cursor.isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The same below a message, among the first of its replies. */
    Optional<MessageRef> findReply(MessageRef parent, String eventType, String key) {
        Page page = page("conversations.replies", parent.channel(), Map.of("ts", parent.ts()));
        return with(page, parent.channel(), eventType, key);
    }

    /** Whether a file of this name has been shared in the channel since a message, as far back as one looks. */
    boolean hasFile(MessageRef since, String name) {
        String cursor = "";
        for (int pages = 0; pages < PAGES_SEARCHED; pages++) {
            Page page = page("conversations.history", since.channel(), Map.of("oldest", since.ts(), "cursor", cursor));
            if (page.fields().stream()
                    .flatMap(message -> message.list("files").stream())
                    .anyMatch(file -> file.plain("name").equals(name))) {
                return true;
            }
            cursor = next(page.responseMetadata);
            if (cursor.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    private static Optional<MessageRef> with(Page page, ChannelId channel, String eventType, String key) {
        return page.fields().stream()
                .filter(message ->
                        message.object("metadata").plain("event_type").equals(eventType))
                .filter(message -> key.equals(
                        message.object("metadata").object("event_payload").plain("key")))
                .map(message -> new MessageRef(channel, message.plain("ts")))
                .findFirst();
    }

    private Page page(String method, ChannelId channel, Map<String, String> more) {
        Map<String, String> asked = new LinkedHashMap<>(more);
        asked.put("channel", channel.value());
        asked.put("limit", String.valueOf(PAGE));
        asked.put("include_all_metadata", "true");
        asked.values().removeIf(String::isEmpty);
        return web.call(
                method,
                slack -> slack.postFormWithTokenAndParseResponse(
                        form -> {
                            asked.forEach(form::add);
                            return form;
                        },
                        method,
                        web.token(),
                        Page.class));
    }

    static String next(@Nullable ResponseMetadata metadata) {
        return Optional.ofNullable(metadata)
                .flatMap(present -> Optional.ofNullable(present.getNextCursor()))
                .orElse("");
    }

    /** An answer of Slack's with messages in it, as it came. */
    @SuppressWarnings("NullAway") // Gson fills it in.
    private static final class Page implements SlackApiTextResponse {
        private boolean ok;
        private String warning;
        private String error;
        private String needed;
        private String provided;
        private boolean isLimited;
        private List<Map<String, Object>> messages;
        private ResponseMetadata responseMetadata;
        private transient Map<String, List<String>> httpResponseHeaders;

        Reading.Page read() {
            return new Reading.Page(fields(), next(responseMetadata), isLimited);
        }

        List<Fields> fields() {
            return Optional.ofNullable(messages).orElse(List.of()).stream()
                    .map(Fields::new)
                    .toList();
        }

        @Override
        public boolean isOk() {
            return ok;
        }

        @Override
        public void setOk(boolean isOk) {
            ok = isOk;
        }

        @Override
        public String getWarning() {
            return warning;
        }

        @Override
        public void setWarning(String text) {
            warning = text;
        }

        @Override
        public String getError() {
            return error;
        }

        @Override
        public void setError(String name) {
            error = name;
        }

        @Override
        public String getNeeded() {
            return needed;
        }

        @Override
        public void setNeeded(String scope) {
            needed = scope;
        }

        @Override
        public String getProvided() {
            return provided;
        }

        @Override
        public void setProvided(String scopes) {
            provided = scopes;
        }

        @Override
        public Map<String, List<String>> getHttpResponseHeaders() {
            return httpResponseHeaders;
        }

        @Override
        public void setHttpResponseHeaders(Map<String, List<String>> headers) {
            httpResponseHeaders = headers;
        }
    }
}
