package dev.muster.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import java.util.Map;

/** Events as Slack sends them, and who is who in them. */
final class Events {

    static final Self SELF = new Self("U0BOT", "B0BOT");

    /** Everybody is called after their id. */
    static final Names NAMES = new Names() {
        @Override
        public String of(UserId user) {
            return "name-of-" + user;
        }

        @Override
        public String of(ChannelId channel) {
            return "channel-" + channel;
        }
    };

    private static final ObjectMapper json = new ObjectMapper();

    private Events() {}

    /** JSON with single quotes, so that it can be read in a test. */
    static Fields event(String singleQuoted) {
        try {
            return new Fields(
                    json.readValue(singleQuoted.replace('\'', '"'), new TypeReference<Map<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(singleQuoted, e);
        }
    }
}
