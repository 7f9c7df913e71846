package dev.muster.workspace.deed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The parts of a line: words in their styles, mentions, links and emoji. */
final class RichTextInline {
    private static final Pattern PART = Pattern.compile("<(?<token>[@#!][^<>]+|https?://[^<>]+|mailto:[^<>]+)>"
            + "|`(?<code>[^`\\n]+)`"
            + "|(?<![\\w*])\\*(?<bold>[^*\\n]*[^*\\s])\\*(?![\\w*])"
            + "|(?<![\\w_])_(?<italic>[^_\\n]*[^_\\s])_(?![\\w_])"
            + "|(?<![\\w~])~(?<strike>[^~\\n]*[^~\\s])~(?![\\w~])"
            + "|:(?<emoji>[a-z0-9_+'-]+(?:::skin-tone-[2-6])?):");
    private static final String[] STYLES = {"code", "bold", "italic", "strike"};

    private RichTextInline() {}

    static ArrayNode of(String text) {
        ArrayNode elements = Json.array();
        int done = 0;
        for (MatchResult found : PART.matcher(text).results().toList()) {
            plain(elements, text.substring(done, found.start()));
            elements.add(element(found));
            done = found.end();
        }
        plain(elements, text.substring(done));
        return elements;
    }

    static ObjectNode text(String stored) {
        return Json.object().put("type", "text").put("text", Mrkdwn.unescape(stored));
    }

    private static void plain(ArrayNode elements, String text) {
        if (!text.isEmpty()) {
            elements.add(text(text));
        }
    }

    private static ObjectNode element(MatchResult found) {
        if (found.group(1) != null) {
            return token(found.group(1));
        }
        for (int style = 0; style < STYLES.length; style++) {
            if (found.group(style + 2) != null) {
                return styled(found.group(style + 2), STYLES[style]);
            }
        }
        return Json.object().put("type", "emoji").put("name", found.group(6));
    }

    private static ObjectNode styled(String stored, String style) {
        ObjectNode element = text(stored);
        element.putObject("style").put(style, true);
        return element;
    }

    private static ObjectNode token(String token) {
        String target = token.contains("|") ? token.substring(0, token.indexOf('|')) : token;
        ObjectNode element = Json.object();
        if (target.startsWith("@")) {
            return element.put("type", "user").put("user_id", target.substring(1));
        }
        if (target.startsWith("#")) {
            return element.put("type", "channel").put("channel_id", target.substring(1));
        }
        return target.startsWith("!") ? special(target.substring(1), token) : link(target, token);
    }

    private static ObjectNode special(String target, String token) {
        if (target.startsWith("subteam^")) {
            return Json.object().put("type", "usergroup").put("usergroup_id", target.substring("subteam^".length()));
        }
        if (target.startsWith("date^")) {
            return text(label(token));
        }
        return Json.object().put("type", "broadcast").put("range", target);
    }

    private static ObjectNode link(String target, String token) {
        ObjectNode link = Json.object().put("type", "link").put("url", Mrkdwn.unescape(target));
        return token.contains("|") ? link.put("text", Mrkdwn.unescape(label(token))) : link;
    }

    private static String label(String token) {
        return token.substring(token.indexOf('|') + 1);
    }
}
