package dev.muster.workspace.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the elements that people type into must and may hold. */
final class InputRules {
    private static final Pattern DATE = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private InputRules() {}

    static void date(Part element) {
        element.mayOnly("action_id", "placeholder", "initial_date", "confirm", "focus_on_load");
        element.matches("initial_date", DATE);
    }

    static void time(Part element) {
        element.mayOnly("action_id", "placeholder", "initial_time", "confirm", "focus_on_load", "timezone");
        element.matches("initial_time", TIME);
        element.string("timezone", 1, 255);
    }

    static void dateTime(Part element) {
        element.mayOnly("action_id", "initial_date_time", "confirm", "focus_on_load");
        element.number("initial_date_time", 1_000_000_000, Integer.MAX_VALUE);
    }

    static void plainText(Part element) {
        element.may("action_id", "placeholder", "initial_value", "multiline", "min_length", "max_length");
        element.mayOnly("dispatch_action_config", "focus_on_load");
        element.number("min_length", 0, 3000);
        element.number("max_length", 1, 3000);
        int most = element.json().path("max_length").asInt(3000);
        element.string("initial_value", element.json().path("min_length").asInt(0), most);
        if (element.json().path("min_length").asInt(0) > most) {
            element.problem("min_length", "must not be greater than max_length");
        }
        element.bool("multiline");
    }

    static void shortText(Part element) {
        element.mayOnly("action_id", "placeholder", "initial_value", "dispatch_action_config", "focus_on_load");
        element.string("initial_value", 1, 3000);
    }

    static void number(Part element) {
        element.may("action_id", "placeholder", "is_decimal_allowed", "initial_value", "min_value", "max_value");
        element.mayOnly("dispatch_action_config", "focus_on_load");
        element.required("is_decimal_allowed");
        element.bool("is_decimal_allowed");
        for (String field : new String[] {"initial_value", "min_value", "max_value"}) {
            element.string(field, 1, 255);
            element.matches(field, NUMBER);
        }
        Optional<BigDecimal> least = value(element, "min_value");
        Optional<BigDecimal> most = value(element, "max_value");
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            element.problem("min_value", "must not be greater than max_value");
        }
    }

    private static Optional<BigDecimal> value(Part element, String field) {
        return Optional.of(element.json().path(field).asText())
                .filter(text -> NUMBER.matcher(text).matches())
                .map(BigDecimal::new);
    }

    static void richText(Part element) {
        element.may("action_id", "placeholder", "initial_value", "dispatch_action_config", "focus_on_load");
        element.mayOnly("min_lines", "max_lines");
        element.number("min_lines", 1, 100);
        element.number("max_lines", 1, 100);
        element.find("initial_value").ifPresent(RichTextRules::check);
    }

    static void file(Part element) {
        element.mayOnly("action_id", "filetypes", "max_files");
        element.strings("filetypes", 1, 100);
        element.number("max_files", 1, 10);
    }
}
