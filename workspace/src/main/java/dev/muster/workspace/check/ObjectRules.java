package dev.muster.workspace.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Options and confirmations. */
final class ObjectRules {
    private ObjectRules() {}

    static void option(Part option, boolean mrkdwn) {
        option.mayOnly("text", "value", "description", "url");
        option.required("text").ifPresent(text -> text.text(75, mrkdwn));
        option.requiredString("value", 75);
        option.find("description").ifPresent(description -> description.text(75, mrkdwn));
        option.string("url", 1, 3000);
    }

    /** What is chosen at first must be one of the options. */
    static void initial(Part element) {
        Set<String> values = new HashSet<>();
        element.json()
                .path("options")
                .forEach(option -> values.add(option.path("value").asText()));
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
        confirm.required("title").ifPresent(title -> title.text(100, false));
        confirm.required("text").ifPresent(text -> text.text(300, true));
        confirm.plain("confirm", 30);
        confirm.plain("deny", 30);
        confirm.oneOf("style", Set.of("primary", "danger"));
    }
}
