package dev.muster.workspace.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What menus must and may hold. */
final class SelectRules {
    private static final Set<String> SOURCES = Set.of("static", "external", "users", "conversations", "channels");
    private static final int MOST = 100;

    private SelectRules() {}

    static void check(Part menu) {
        boolean many = menu.type().startsWith("multi_");
        String source = menu.type().replaceFirst("^multi_", "").replaceFirst("_select$", "");
        if (!SOURCES.contains(source)) {
            menu.problem("type", "unsupported type: " + menu.type());
            return;
        }
        menu.mayOnly(fields(source, many).toArray(String[]::new));
        menu.string("action_id", 1, 255);
        menu.plain("placeholder", 150);
        menu.number("max_selected_items", 1, Integer.MAX_VALUE);
        menu.find("confirm").ifPresent(ObjectRules::confirm);
        if (source.equals("static")) {
            options(menu);
        }
    }

    private static List<String> fields(String source, boolean many) {
        List<String> fields = new ArrayList<>(List.of("action_id", "placeholder", "confirm", "focus_on_load"));
        String noun = source.equals("static") || source.equals("external") ? "option" : source.replaceFirst("s$", "");
        fields.add("initial_" + noun + (many ? "s" : ""));
        if (many) {
            fields.add("max_selected_items");
        }
        switch (source) {
            case "static" -> fields.addAll(List.of("options", "option_groups"));
            case "external" -> fields.add("min_query_length");
            case "conversations" ->
                fields.addAll(List.of("default_to_current_conversation", "filter", "response_url_enabled"));
            case "channels" -> fields.add("response_url_enabled");
            default -> {}
        }
        return fields;
    }

    private static void options(Part menu) {
        if (menu.has("options") == menu.has("option_groups")) {
            menu.problem("", "must have either options or option_groups");
        }
        if (menu.has("options")) {
            menu.items("options", 1, MOST).forEach(option -> ObjectRules.option(option, false));
            ObjectRules.initial(menu);
        }
        if (menu.has("option_groups")) {
            menu.items("option_groups", 1, MOST).forEach(SelectRules::group);
        }
    }

    private static void group(Part group) {
        group.required("label").ifPresent(label -> label.text(75, false));
        group.items("options", 1, MOST).forEach(option -> ObjectRules.option(option, false));
    }
}
