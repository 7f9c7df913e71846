package dev.muster.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Slack accepts (docs.slack.dev, "Reference: blocks", "chat.update", "views.open"), asked of what is sent. */
public final class Limits {

    /** What {@code chat.update} takes; a message that is edited later must stay below it. */
    public static final int EDITED_TEXT = 4000;

    /** What {@code chat.postMessage} takes before it cuts. */
    public static final int POSTED_TEXT = 40_000;

    /** Everything that the bot itself may mark up: a mention, a channel, a time, a link. */
    private static final Pattern OURS = Pattern.compile("<(?:@[UWB][A-Z0-9]+|#C[A-Z0-9]+"
            + "|!date\\^[0-9]+\\^[^|<>]+\\|[^|<>]+|https?://[^|<>\\s]+(?:\\|[^|<>]+)?)>");

    private static final Gson gson = GsonFactory.createSnakeCase();

    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("header", 150),
            Map.entry("section", 3000),
            Map.entry("fields", 2000),
            Map.entry("context", 3000),
            Map.entry("button", 75),
            Map.entry("label", 2000),
            Map.entry("hint", 2000),
            Map.entry("option", 75),
            Map.entry("title", 24),
            Map.entry("submit", 24),
            Map.entry("close", 24));

    private Limits() {}

    public static void assertWithin(Message message, int longestText) {
        assertThat(message.text()).isNotBlank().hasSizeLessThanOrEqualTo(longestText);
        assertHarmless(message.text());
        assertBlocks(gson.toJsonTree(message.blocks()).getAsJsonArray(), 50);
    }

    public static void assertWithin(View view) {
        JsonObject json = gson.toJsonTree(view).getAsJsonObject();
        assertThat(json.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(250_000);
        for (String part : List.of("title", "submit", "close")) {
            if (json.has(part)) {
                assertText(json.getAsJsonObject(part), part);
            }
        }
        if (json.has("private_metadata")) {
            assertThat(json.get("private_metadata").getAsString()).hasSizeLessThanOrEqualTo(3000);
        }
        assertBlocks(json.getAsJsonArray("blocks"), 100);
    }

    /** All of Slack's markup that stands in the blocks. */
    public static List<String> markups(Message message) {
        return markups(gson.toJsonTree(message.blocks()));
    }

    private static List<String> markups(JsonElement json) {
        List<String> found = new ArrayList<>();
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(each -> found.addAll(markups(each)));
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            object.entrySet().forEach(each -> found.addAll(markups(each.getValue())));
            if (object.has("type") && object.get("type").getAsString().equals("mrkdwn")) {
                found.add(object.get("text").getAsString());
            }
        }
        return found;
    }

    private static void assertBlocks(JsonArray blocks, int most) {
        assertThat(blocks).hasSizeBetween(1, most);
        List<String> ids = new ArrayList<>();
        for (JsonElement element : blocks) {
            JsonObject block = element.getAsJsonObject();
            if (block.has("block_id")) {
                ids.add(block.get("block_id").getAsString());
            }
            switch (block.get("type").getAsString()) {
                case "header" -> assertText(block.getAsJsonObject("text"), "header");
                case "section" -> assertSection(block);
                case "context" -> assertContext(block.getAsJsonArray("elements"));
                case "actions" -> assertActions(block.getAsJsonArray("elements"));
                case "input" -> assertInput(block);
                case "divider" -> assertThat(block.has("text")).isFalse();
                default -> throw new AssertionError("a block that nobody checks: " + block);
            }
        }
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).hasSizeBetween(1, 255));
    }

    private static void assertSection(JsonObject block) {
        assertThat(block.has("text") || block.has("fields")).as("%s", block).isTrue();
        if (block.has("text")) {
            assertText(block.getAsJsonObject("text"), "section");
        }
        if (block.has("fields")) {
            assertThat(block.getAsJsonArray("fields")).hasSizeBetween(1, 10);
            block.getAsJsonArray("fields").forEach(field -> assertText(field.getAsJsonObject(), "fields"));
        }
    }

    private static void assertContext(JsonArray elements) {
        assertThat(elements).hasSizeBetween(1, 10);
        elements.forEach(element -> assertText(element.getAsJsonObject(), "context"));
    }

    private static void assertActions(JsonArray elements) {
        assertThat(elements).hasSizeBetween(1, 25);
        List<String> ids = new ArrayList<>();
        for (JsonElement element : elements) {
            JsonObject button = element.getAsJsonObject();
            assertText(button.getAsJsonObject("text"), "button");
            assertThat(button.get("value").getAsString()).hasSizeBetween(1, 2000);
            ids.add(button.get("action_id").getAsString());
        }
        assertThat(ids).doesNotHaveDuplicates().allSatisfy(id -> assertThat(id).hasSizeBetween(1, 255));
    }

    private static void assertInput(JsonObject block) {
        assertText(block.getAsJsonObject("label"), "label");
        if (block.has("hint")) {
            assertText(block.getAsJsonObject("hint"), "hint");
        }
        JsonObject element = block.getAsJsonObject("element");
        assertThat(element.get("action_id").getAsString()).hasSizeBetween(1, 255);
        if (element.has("initial_value")) {
            assertThat(element.get("initial_value").getAsString()).hasSizeLessThanOrEqualTo(3000);
        }
        if (element.has("options")) {
            assertThat(element.getAsJsonArray("options")).hasSizeBetween(1, 100);
            for (JsonElement option : element.getAsJsonArray("options")) {
                assertText(option.getAsJsonObject().getAsJsonObject("text"), "option");
                assertThat(option.getAsJsonObject().get("value").getAsString()).hasSizeBetween(1, 75);
            }
            assertThat(!element.has("initial_option")
                            || element.getAsJsonArray("options").contains(element.get("initial_option")))
                    .isTrue();
        }
    }

    private static void assertText(JsonObject text, String where) {
        String said = text.get("text").getAsString();
        assertThat(said).as(where).hasSizeBetween(1, LONGEST.getOrDefault(where, 0));
        assertWhole(said);
        if (text.get("type").getAsString().equals("mrkdwn")) {
            assertHarmless(said);
        }
    }

    /** Nothing in it calls people or hides a link, unless the bot itself meant it; and nothing in it is cut in half. */
    static void assertHarmless(String markup) {
        assertWhole(markup);
        String rest = OURS.matcher(markup).replaceAll("");
        assertThat(rest).doesNotContain("<");
        assertThat(rest).doesNotContainPattern("(?m)(?<!^)>");
        assertThat(rest).doesNotContainPattern("&(?!amp;|lt;|gt;)");
    }

    private static void assertWhole(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
    }
}
