package dev.muster.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One person in one channel of an incident, whose requests are put together by hand: any words can stand in them, also such
 * as no workspace would let through.
 *
 * @param channel the channel's id
 * @param responses where answers go that come later
 */
public record Typist(SignedRequests slack, String user, String incident, String channel, String responses) {

    private static final ObjectMapper json = new ObjectMapper();
    private static final AtomicInteger number = new AtomicInteger();

    /** The same person in another channel. */
    public Typist in(String otherIncident, String otherChannel) {
        return new Typist(slack, user, otherIncident, otherChannel, responses);
    }

    public HttpResponse<String> command(String words) {
        return slack.command(new TreeMap<>(Map.of(
                "team_id",
                "T0LOCAL",
                "channel_id",
                channel,
                "user_id",
                user,
                "command",
                "/incident",
                "text",
                words,
                "response_url",
                responses,
                "trigger_id",
                "1.2." + number.incrementAndGet())));
    }

    /** A button. */
    public HttpResponse<String> press(String action, String words) {
        ObjectNode payload = payload("block_actions");
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", action)
                .put("block_id", "b")
                .put("value", words);
        return slack.interaction(text(payload));
    }

    /** A shortcut on a message that says these words. */
    public HttpResponse<String> shortcut(String callback, String words) {
        ObjectNode payload = payload("message_action").put("callback_id", callback);
        payload.put("message_ts", SignedRequests.ts());
        payload.putObject("message").put("ts", SignedRequests.ts()).put("text", words);
        return slack.interaction(text(payload));
    }

    /** The form of a verb, filled in. */
    public HttpResponse<String> submit(String verb, Map<String, String> answers) {
        ObjectNode payload = payload("view_submission");
        ObjectNode view = payload.putObject("view")
                .put("type", "modal")
                .put("id", "V" + number.incrementAndGet())
                .put("callback_id", "form");
        view.put("private_metadata", text(Map.of("verb", verb, "incident", incident, "channel", channel)));
        view.putArray("blocks").addObject().put("type", "input").put("block_id", "text");
        ObjectNode values = view.putObject("state").putObject("values");
        answers.forEach((name, answer) -> values.putObject(name)
                .putObject(name)
                .put("type", "plain_text_input")
                .put("value", answer));
        return slack.interaction(text(payload));
    }

    /** A message in the channel. */
    public HttpResponse<String> say(String words) {
        return message("\"user\":" + text(user) + ",\"text\":" + text(words));
    }

    /** A file that is called so. */
    public HttpResponse<String> share(String name) {
        return message("\"user\":" + text(user) + ",\"text\":\"\",\"subtype\":\"file_share\",\"files\":[{\"id\":\"F"
                + number.incrementAndGet() + "\",\"name\":" + text(name) + ",\"title\":" + text(name) + "}]");
    }

    private HttpResponse<String> message(String fields) {
        return slack.json(SignedRequests.envelope(
                SignedRequests.eventId(), SignedRequests.message(channel, SignedRequests.ts(), "," + fields)));
    }

    private ObjectNode payload(String type) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("type", type).put("trigger_id", "1.2." + number.incrementAndGet());
        payload.put("response_url", responses);
        payload.putObject("user").put("id", user).put("team_id", "T0LOCAL");
        payload.putObject("team").put("id", "T0LOCAL");
        payload.putObject("channel").put("id", channel);
        return payload;
    }

    private static String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
