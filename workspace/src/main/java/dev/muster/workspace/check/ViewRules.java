package dev.muster.workspace.check;

import java.util.List;

/** What a view must and may hold besides its blocks. */
final class ViewRules {
    private static final int MOST_BLOCKS = 100;

    private ViewRules() {}

    static void check(Part view, String type) {
        if (!view.is("type", type)) {
            view.problem("", "failed to match all allowed schemas");
            TextRules.unsupported(view);
            return;
        }
        boolean modal = type.equals("modal");
        common(view);
        view.required("blocks")
                .ifPresent(blocks -> BlockRules.check(blocks, MOST_BLOCKS, modal ? Surface.MODAL : Surface.HOME));
        if (modal) {
            modal(view);
        }
    }

    private static void common(Part view) {
        view.may("title", "blocks", "private_metadata", "callback_id", "external_id");
        view.mayOnly("submit", "close", "clear_on_close", "notify_on_close");
        view.string("private_metadata", 0, 3000);
        view.string("callback_id", 0, 255);
        view.string("external_id", 0, 255);
        view.bool("clear_on_close");
        view.bool("notify_on_close");
    }

    private static void modal(Part view) {
        view.required("title");
        for (String words : List.of("title", "submit", "close")) {
            view.plain(words, 24);
        }
        if (!view.has("submit")) {
            firstInput(view);
        }
    }

    private static void firstInput(Part view) {
        for (int i = 0; i < view.json().path("blocks").size(); i++) {
            if (view.json().path("blocks").path(i).path("type").asText().equals("input")) {
                String place = "blocks/" + i + "/input";
                view.problem(place, "must define `submit` to use an `input` block in modals");
                return;
            }
        }
    }
}
