package dev.muster.workspace.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.muster.workspace.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockCheckTest {
    private static final String BUTTON = "{'type':'button','action_id':'a','text':{'type':'plain_text','text':'Go'}}";
    private static final String OPTION = "{'value':'v','text':{'type':'plain_text','text':'V'}}";

    private static JsonNode json(String text) {
        return Json.read(text.replace('\'', '"')).orElseThrow();
    }

    private static List<String> check(String blocks) {
        return BlockCheck.message(json("[" + blocks + "]"));
    }

    @ParameterizedTest
    @MethodSource("fine")
    void acceptsWhatIsWellFormed(String block) {
        assertThat(check(block)).isEmpty();
    }

    private static Stream<String> fine() {
        return Stream.of(
                "{'type':'divider'}",
                "{'type':'header','text':{'type':'plain_text','text':'" + "x".repeat(150) + "'}}",
                "{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(3000) + "'}}",
                "{'type':'section','fields':[{'type':'mrkdwn','text':'x','verbatim':true}],'accessory':" + BUTTON + "}",
                "{'type':'context','elements':[{'type':'image','image_url':'https://x','alt_text':'x'},"
                        + "{'type':'plain_text','text':'x','emoji':true}]}",
                "{'type':'actions','elements':[" + BUTTON
                        + ",{'type':'overflow','action_id':'o','options':[" + OPTION + "]},"
                        + "{'type':'users_select','action_id':'u','initial_user':'U1'}]}",
                "{'type':'section','text':{'type':'mrkdwn','text':'x'},'accessory':{'type':'static_select',"
                        + "'options':[" + OPTION + "],'initial_option':" + OPTION + "}}",
                "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'x'}]}]}",
                "{'type':'markdown','text':'# x'}");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesWhatIsNot(String block, String problem, String pointer) {
        assertThat(check(block)).contains("[ERROR] " + problem + " [json-pointer:" + pointer + "]");
    }

    private static Stream<Arguments> bad() {
        return Stream.of(
                row("{'type':'nonsense'}", "unsupported type: nonsense", "/blocks/0/type"),
                row("{'type':'section'}", "must define either `text` or `fields`", "/blocks/0/type"),
                row(
                        "{'type':'section','text':{'type':'mrkdwn','text':''}}",
                        "must be more than 0 characters",
                        "/blocks/0/text/text"),
                row(
                        "{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(3001) + "'}}",
                        "must be less than 3001 characters",
                        "/blocks/0/text/text"),
                row(
                        "{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}",
                        "invalid additional property: emoji",
                        "/blocks/0/text"),
                row("{'type':'divider','color':'red'}", "invalid additional property: color", "/blocks/0"),
                row(
                        "{'type':'header','text':{'type':'mrkdwn','text':'x'}}",
                        "unsupported type: mrkdwn",
                        "/blocks/0/text/type"),
                row(
                        "{'type':'header','text':{'type':'plain_text','text':'" + "x".repeat(151) + "'}}",
                        "must be less than 151 characters",
                        "/blocks/0/text/text"),
                row("{'type':'context','elements':[]}", "no fewer than 1 items allowed", "/blocks/0/elements"),
                row(
                        "{'type':'actions','elements':[" + BUTTON + "," + BUTTON + "]}",
                        "`action_id` \"a\" already exists",
                        "/blocks/0/elements/1/action_id"),
                row(
                        "{'type':'divider','block_id':'x'},{'type':'divider','block_id':'x'}",
                        "`block_id` \"x\" already exists",
                        "/blocks/1/block_id"),
                row(
                        "{'type':'actions','elements':[{'type':'plain_text_input','action_id':'a'}]}",
                        "unsupported type: plain_text_input",
                        "/blocks/0/elements/0/type"),
                row(
                        "{'type':'input','label':{'type':'plain_text','text':'L'},'element':" + BUTTON + "}",
                        "unsupported type: button",
                        "/blocks/0/element/type"),
                row(
                        "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},"
                                + "'style':'red'}]}",
                        "must be one of: danger, primary",
                        "/blocks/0/elements/0/style"),
                row(
                        "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'"
                                + "x".repeat(76) + "'}}]}",
                        "must be less than 76 characters",
                        "/blocks/0/elements/0/text/text"),
                row(
                        "{'type':'actions','elements':[{'type':'static_select','options':[" + OPTION
                                + "],'initial_option':{'value':'w','text':{'type':'plain_text','text':'W'}}}]}",
                        "must be one of the options",
                        "/blocks/0/elements/0/initial_option"),
                row(
                        "{'type':'actions','elements':[{'type':'datepicker','initial_date':'tomorrow'}]}",
                        "invalid format",
                        "/blocks/0/elements/0/initial_date"));
    }

    private static Arguments row(String block, String problem, String pointer) {
        return Arguments.of(block, problem, pointer);
    }

    @Test
    void countsBlocks() {
        ArrayNode blocks = Json.array();
        for (int i = 0; i < 51; i++) {
            blocks.addObject().put("type", "divider");
        }

        assertThat(BlockCheck.message(blocks))
                .containsExactly("[ERROR] no more than 50 items allowed [json-pointer:/blocks]");
    }

    @Test
    void countsOptions() {
        String options = String.join(",", Collections.nCopies(101, OPTION));

        assertThat(check("{'type':'actions','elements':[{'type':'static_select','options':[" + options + "]}]}"))
                .contains("[ERROR] no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]");
    }

    @Test
    void checksWhatOnlyViewsHave() {
        JsonNode view = json("{'type':'modal','callback_id':'" + "x".repeat(256) + "','private_metadata':'"
                + "x".repeat(3001) + "','blocks':[{'type':'markdown','text':'x'}]}");

        assertThat(BlockCheck.view(view, "modal"))
                .containsExactlyInAnyOrder(
                        "[ERROR] must be less than 256 characters [json-pointer:/view/callback_id]",
                        "[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]",
                        "[ERROR] unsupported type: markdown [json-pointer:/view/blocks/0/type]",
                        "[ERROR] missing required field: title [json-pointer:/view]");
    }
}
