package dev.muster.secrets;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts of Slack's events. */
final class Events {

    private Events() {}

    /** The blocks of a message of one section; each piece is styled in another way. */
    static List<?> richText(String... pieces) {
        List<Map<String, ?>> elements = Arrays.stream(pieces)
                .<Map<String, ?>>map(piece -> Map.of("type", "text", "text", piece))
                .toList();
        return List.of(Map.of(
                "type", "rich_text",
                "block_id", "b1",
                "elements", List.of(Map.of("type", "rich_text_section", "elements", elements))));
    }

    /** An event in its envelope, with everything that Slack sends for an ordinary message. */
    static Map<String, ?> message(String text) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("user", "U061F7AUR");
        event.put("type", "message");
        event.put("ts", "1515449522.000016");
        event.put("client_msg_id", "2b1f1f3a-7d0f-4d0c-9a3e-0d8f3c1b2a4e");
        event.put("text", text);
        event.put("team", "T061EG9R6");
        event.put("blocks", richText(text));
        event.put("channel", "C061EG9SL");
        event.put("event_ts", "1515449522.000016");
        event.put("channel_type", "channel");
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("token", "Jhj5dZrVaK7ZwHHjRyZWjbDl");
        envelope.put("team_id", "T061EG9R6");
        envelope.put("context_team_id", "T061EG9R6");
        envelope.put("context_enterprise_id", null);
        envelope.put("api_app_id", "A0PNCHHK2");
        envelope.put("event", event);
        envelope.put("type", "event_callback");
        envelope.put("event_id", "Ev0PV52K21");
        envelope.put("event_time", 1515449522);
        envelope.put("authorizations", List.of(Map.of("team_id", "T061EG9R6", "user_id", "U0LAN0Z89", "is_bot", true)));
        envelope.put("is_ext_shared_channel", false);
        envelope.put("event_context", "4-eyJldCI6Im1lc3NhZ2UiLCJ0aWQiOiJUMDYxRUc5UjYiLCJhaWQiOiJBMFBOQ0hISzIifQ");
        return envelope;
    }
}
