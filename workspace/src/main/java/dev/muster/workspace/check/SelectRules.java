package dev.muster.workspace.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What menus must and may hold. */
final class SelectRules {
    private static final Set<String> SOURCES = Set.of("static", "external", "users", "conversations", "channels");
    private static final Set<String> PLACES = Set.of("im", "mpim", "private", "public");
    private static final int MOST = 100;

    private SelectRules() {}

    static void check(Part menu, ElementRules.Spot spot) {
        boolean many = menu.type().startsWith("multi_");
        String source = menu.type().replaceFirst("^multi_", "").replaceFirst("_select$", "");
        if (!SOURCES.contains(source) || many && spot == ElementRules.Spot.ACTIONS) {
            TextRules.unsupported(menu);
            return;
        }
        menu.mayOnly(fields(source, many).toArray(String[]::new));
        menu.string("action_id", 1, 255);
        menu.plain("placeholder", 150);
        menu.number("max_selected_items", 1, Integer.MAX_VALUE);
        menu.number("min_query_length", 0, Integer.MAX_VALUE);
        menu.bool("focus_on_load");
        menu.find("confirm").ifPresent(ObjectRules::confirm);
        initial(menu, "initial_" + noun(source), many);
        if (source.equals("static")) {
            options(menu);
        }
        menu.find("filter").ifPresent(SelectRules::filter);
    }

    private static String noun(String source) {
        return source.equals("static") || source.equals("external") ? "option" : source.replaceFirst("s$", "");
    }

    private static List<String> fields(String source, boolean many) {
        List<String> fields = new ArrayList<>(List.of("action_id", "placeholder", "confirm", "focus_on_load"));
        fields.add("initial_" + noun(source) + (many ? "s" : ""));
        if (many) {
            fields.add("max_selected_items");
        }
        switch (source) {
            case "static" -> fields.addAll(List.of("options", "option_groups"));
            case "external" -> fields.add("min_query_length");
            case "conversations" -> fields.addAll(List.of("default_to_current_conversation", "filter"));
            default -> {}
        }
        if (!many && Set.of("conversations", "channels").contains(source)) {
            fields.add("response_url_enabled");
        }
        return fields;
    }

    private static void initial(Part menu, String field, boolean many) {
        if (field.equals("initial_option")) {
            return;
        }
        if (many) {
            menu.strings(field + "s", 0, MOST);
        } else {
            menu.string(field, 1, 255);
        }
    }

    private static void options(Part menu) {
        if (menu.has("options") == menu.has("option_groups")) {
            menu.problem("", "must have either options or option_groups");
        }
        if (menu.has("options")) {
            menu.items("options", 1, MOST).forEach(ObjectRules::option);
        }
        if (menu.has("option_groups")) {
            menu.items("option_groups", 1, MOST).forEach(SelectRules::group);
        }
        ObjectRules.initial(menu);
    }

    private static void group(Part group) {
        group.mayOnly("label", "options");
        group.required("label").ifPresent(label -> TextRules.plain(label, 75));
        group.items("options", 1, MOST).forEach(ObjectRules::option);
    }

    private static void filter(Part filter) {
        filter.mayOnly("include", "exclude_external_shared_channels", "exclude_bot_users");
        filter.bool("exclude_external_shared_channels");
        filter.bool("exclude_bot_users");
        if (filter.has("include")) {
            filter.items("include", 1, 4).forEach(place -> place.value(PLACES));
        }
    }
}
