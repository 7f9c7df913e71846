package dev.muster.secrets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Masks one JSON object: first every text by itself, then what was found wherever else it stands. */
final class Tree {

    /**
     * What Slack names things by: masked, a message could not be found again. {@code thumb_tiny} is a picture, whose
     * letters mean nothing.
     */
    private static final Set<String> NAMES = Set.of(
            "action_ts",
            "api_app_id",
            "app_id",
            "authed_users",
            "bot_id",
            "channel",
            "channel_id",
            "channel_type",
            "client_msg_id",
            "context_enterprise_id",
            "context_team_id",
            "creator",
            "deleted_ts",
            "enterprise_id",
            "envelope_id",
            "event_context",
            "event_id",
            "event_ts",
            "filetype",
            "id",
            "inviter",
            "is_locked",
            "item_user",
            "last_read",
            "latest_reply",
            "message_ts",
            "mimetype",
            "mode",
            "parent_user_id",
            "reply_users",
            "source_team",
            "subtype",
            "team",
            "team_id",
            "thread_ts",
            "thumb_tiny",
            "ts",
            "type",
            "user",
            "user_id",
            "user_team",
            "users");

    /** A long text often stands in an event three times, and is worth remembering. */
    private static final int LONG = 1000;

    private final Secrets secrets;
    private final Set<String> named = new LinkedHashSet<>();
    private final Map<String, List<Find>> seen = new HashMap<>();
    private OwnSecrets known;
    private boolean found;

    Tree(Secrets secrets) {
        this.secrets = secrets;
        this.known = secrets.own();
    }

    MaskedTree mask(Map<String, ?> json) {
        json.forEach((key, value) -> search(isTokenOfEnvelope(key) ? "id" : key, value));
        if (!found) {
            return new MaskedTree(json, List.of());
        }
        Map<String, Object> masked = new LinkedHashMap<>();
        json.forEach((key, value) -> masked.put(key, isTokenOfEnvelope(key) ? value : masked(key, value)));
        return new MaskedTree(Collections.unmodifiableMap(masked), List.copyOf(named));
    }

    /** Slack's verification token: it names the app in every envelope, and stands only at the top. */
    private static boolean isTokenOfEnvelope(String key) {
        return key.equals("token");
    }

    private void search(String key, Object value) {
        if (value instanceof String text) {
            if (!isName(key, text)) {
                note(text);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((name, part) -> search(String.valueOf(name), part));
        } else if (value instanceof List<?> list) {
            list.forEach(part -> search(key, part));
            if (key.equals("blocks")) {
                RichText.joined(list).ifPresent(this::note);
            }
        }
    }

    private void note(String text) {
        List<Find> finds = text.length() < LONG
                ? secrets.finds(text, secrets.own())
                : seen.computeIfAbsent(text, key -> secrets.finds(key, secrets.own()));
        found |= !finds.isEmpty();
        known = finds.isEmpty() ? known : known.with(text, finds);
    }

    private Object masked(String key, Object value) {
        if (value instanceof String text) {
            return isName(key, text) ? text : masked(text);
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> masked = new LinkedHashMap<>();
            map.forEach((name, part) -> masked.put(name, masked(String.valueOf(name), part)));
            return Collections.unmodifiableMap(masked);
        } else if (value instanceof List<?> list) {
            List<Object> masked = new ArrayList<>();
            list.forEach(part -> masked.add(masked(key, part)));
            return key.equals("blocks") && showsSecret(masked) ? List.of() : Collections.unmodifiableList(masked);
        }
        return value;
    }

    private String masked(String text) {
        Masked masked = secrets.mask(text, known);
        named.addAll(masked.rules());
        return masked.text();
    }

    /** Whether a secret is left that is split over several pieces. */
    private boolean showsSecret(List<?> blocks) {
        List<String> rules = RichText.joined(blocks)
                .map(text -> secrets.mask(text, known).rules())
                .orElse(List.of());
        named.addAll(rules);
        return !rules.isEmpty();
    }

    /** Ids have no spaces; what has some is text, whatever it is called. */
    private static boolean isName(String key, String text) {
        return NAMES.contains(key) && text.indexOf(' ') < 0 && text.indexOf('\n') < 0;
    }
}
