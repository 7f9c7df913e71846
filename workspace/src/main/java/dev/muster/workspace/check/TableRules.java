package dev.muster.workspace.check;

import java.util.Set;

/** What a table may hold. */
final class TableRules {
    private static final int ROWS = 100;
    private static final int COLUMNS = 20;
    private static final Set<String> ALIGNED = Set.of("left", "center", "right");

    private TableRules() {}

    static void check(Part block) {
        block.mayOnly("block_id", "rows", "column_settings");
        for (Part row : block.items("rows", 1, ROWS)) {
            row.items("", 1, COLUMNS).forEach(TableRules::cell);
        }
        if (block.has("column_settings")) {
            for (Part column : block.items("column_settings", 0, COLUMNS)) {
                column.mayOnly("align", "is_wrapped");
                column.oneOf("align", ALIGNED);
                column.bool("is_wrapped");
            }
        }
    }

    private static void cell(Part cell) {
        switch (cell.type()) {
            case "raw_text" -> {
                cell.mayOnly("text");
                cell.requiredString("text", 3000);
            }
            case "rich_text" -> RichTextRules.check(cell);
            default -> TextRules.unsupported(cell);
        }
    }
}
