package dev.muster.workspace.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Options, confirmations, and when an input tells the bot. */
final class ObjectRules {
    private ObjectRules() {}

    /** Of a menu: plain words. */
    static void option(Part option) {
        option.mayOnly("text", "value", "description");
        option.required("text").ifPresent(text -> TextRules.plain(text, 75));
        option.requiredString("value", 75);
        option.plain("description", 75);
    }

    /** Of boxes and buttons to tick: words that may be marked up. */
    static void tick(Part option) {
        option.mayOnly("text", "value", "description");
        option.required("text").ifPresent(text -> TextRules.any(text, 75));
        option.requiredString("value", 75);
        option.text("description", 75);
    }

    /** Of an overflow menu, where it may lead somewhere. */
    static void leading(Part option) {
        option.may("url");
        option(option);
        option.url("url", 3000);
    }

    /** What is chosen at first must be one of the options. */
    static void initial(Part element) {
        Set<String> values = new HashSet<>();
        element.json()
                .findValues("options")
                .forEach(options -> options.forEach(
                        option -> values.add(option.path("value").asText())));
        element.find("initial_option").ifPresent(option -> known(option, option.json(), values));
        element.find("initial_options")
                .ifPresent(options -> options.json().forEach(option -> known(options, option, values)));
        element.find("initial_options").ifPresent(options -> options.items("", 1, 100));
    }

    private static void known(Part place, JsonNode option, Set<String> values) {
        if (!values.contains(option.path("value").asText())) {
            place.problem("", "must be one of the options");
        }
    }

    static void confirm(Part confirm) {
        confirm.mayOnly("title", "text", "confirm", "deny", "style");
        confirm.required("title").ifPresent(title -> TextRules.plain(title, 100));
        confirm.required("text").ifPresent(text -> TextRules.any(text, 300));
        confirm.plain("confirm", 30);
        confirm.plain("deny", 30);
        confirm.oneOf("style", Set.of("primary", "danger"));
    }

    static void dispatch(Part config) {
        config.mayOnly("trigger_actions_on");
        for (Part trigger : config.items("trigger_actions_on", 1, 2)) {
            trigger.value(Set.of("on_enter_pressed", "on_character_entered"));
        }
    }
}
