package dev.muster.slack;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.ResponseMetadata;
import dev.muster.incident.ChannelId;
import dev.muster.incident.MessageRef;
import dev.muster.timeline.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a channel holds, read page by page as raw JSON, because the typed messages drop fields. */
final class History {

    private static final int PAGE = 200;
    private static final int PAGES_SEARCHED = 5;

    private final Web web;

    History(Web web) {
        this.web = web;
    }

    /**
     * Every message and every reply, but for threads whose last reply is known. A page may be empty and still have
     * another behind it; Slack tells the newest first.
     */
    void each(ChannelId channel, Predicate<MessageRef> known, Consumer<Fields> reader) {
        String cursor = "";
        do {
            Page page = page("conversations.history", channel, "", cursor);
            List<Fields> oldestFirst = new ArrayList<>(page.fields());
            Collections.reverse(oldestFirst);
            for (Fields message : oldestFirst) {
                reader.accept(message);
                if (hasMoreReplies(channel, message, known)) {
                    replies(channel, message.plain("ts"), reader);
                }
            }
            cursor = next(page.responseMetadata);
        } while (!cursor.isEmpty());
    }

    private static boolean hasMoreReplies(ChannelId channel, Fields message, Predicate<MessageRef> known) {
        boolean hasReplies = message.number("reply_count").map(Number::intValue).orElse(0) > 0;
        return hasReplies && !known.test(new MessageRef(channel, message.plain("latest_reply")));
    }

    /** The bot's message with this key in its metadata, if it is among the newest. */
    Optional<MessageRef> find(ChannelId channel, String eventType, String key) {
        String cursor = "";
        for (int pages = 0; pages < PAGES_SEARCHED; pages++) {
            Page page = page("conversations.history", channel, "", cursor);
            Optional<MessageRef> found = page.fields().stream()
                    .filter(message ->
                            message.object("metadata").plain("event_type").equals(eventType))
                    .filter(message -> key.equals(
                            message.object("metadata").object("event_payload").plain("key")))
                    .map(message -> new MessageRef(channel, message.plain("ts")))
                    .findFirst();
            cursor = next(page.responseMetadata);
            if (found.isPresent() || cursor.isEmpty()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The parent comes first on each page and is passed over. */
    private void replies(ChannelId channel, String parent, Consumer<Fields> reader) {
        String cursor = "";
        do {
            Page page = page("conversations.replies", channel, parent, cursor);
            page.fields().stream()
                    .filter(reply -> !reply.plain("ts").equals(parent))
                    .forEach(reader);
            cursor = next(page.responseMetadata);
        } while (!cursor.isEmpty());
    }

    private Page page(String method, ChannelId channel, String thread, String cursor) {
        Map<String, String> asked = new LinkedHashMap<>(
                Map.of("channel", channel.value(), "limit", String.valueOf(PAGE), "include_all_metadata", "true"));
        asked.put("cursor", cursor);
        asked.put("ts", thread);
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
        private List<Map<String, Object>> messages;
        private ResponseMetadata responseMetadata;
        private transient Map<String, List<String>> httpResponseHeaders;

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
