package dev.muster.insight.picture;

import dev.muster.incident.Severity;
import dev.muster.insight.picture.Brush.Side;
import dev.muster.insight.picture.Chart.Column;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A column for each week, the worst below, and under it a table with each count, whose rows are the legend. */
final class Columns {

    private static final double LEFT = 136;
    private static final double RIGHT = 716;
    private static final double TOP = 186;
    private static final double FLOOR = 426;
    private static final double TABLE = 502;
    private static final double ROW = 36;
    private static final double SIZE = 21;

    /** One incident alone fills no column. */
    private static final double TALLEST_ONE = 48;

    private final List<Column> columns;
    private final Brush brush;

    Columns(List<Column> columns, Brush brush) {
        this.columns = columns;
        this.brush = brush;
    }

    void draw() {
        brush.write("Incidents a week, by severity", 40, 136, 21, Brush.INK, Side.RIGHT_OF, RIGHT - 40);
        if (columns.stream().allMatch(column -> column.total() == 0)) {
            brush.write("None in these weeks.", (LEFT + RIGHT) / 2, 300, 24, Brush.FAINT, Side.CENTRED, 500);
        }
        for (int number = 0; number < columns.size(); number++) {
            column(columns.get(number), LEFT + slot() * (number + 0.5), number == columns.size() - 1);
        }
        brush.sheet().setColor(Brush.INK);
        brush.sheet().setStroke(new BasicStroke(2));
        brush.sheet().draw(new Line2D.Double(LEFT, FLOOR, RIGHT, FLOOR));
        legend();
    }

    private double slot() {
        return (RIGHT - LEFT) / columns.size();
    }

    private void column(Column column, double middle, boolean isLast) {
        double width = slot() * 0.62;
        double top = FLOOR;
        for (Severity severity : Severity.values()) {
            double height = column.count(severity) * unit();
            top -= height;
            if (height > 0) {
                Look.of(severity).fill(brush.sheet(), new Rectangle2D.Double(middle - width / 2, top, width, height));
            }
        }
        String total = String.valueOf(column.total());
        brush.write(total, middle, top - 10, SIZE + 2, Brush.INK, Side.CENTRED, slot());
        brush.write(
                column.label(),
                middle,
                FLOOR + 28,
                SIZE - 3,
                isLast ? Brush.INK : Brush.FAINT,
                Side.CENTRED,
                slot() - 4);
        numbers(column, middle);
    }

    private void numbers(Column column, double middle) {
        for (Severity severity : Severity.values()) {
            int count = column.count(severity);
            brush.write(
                    count == 0 ? "–" : String.valueOf(count),
                    middle,
                    row(severity),
                    SIZE,
                    count == 0 ? Brush.FAINT : Brush.INK,
                    Side.CENTRED,
                    slot() - 4);
        }
    }

    private void legend() {
        Graphics2D sheet = brush.sheet();
        brush.write("from", LEFT - 10, FLOOR + 28, SIZE - 3, Brush.FAINT, Side.LEFT_OF, 90);
        for (Severity severity : Severity.values()) {
            double y = row(severity);
            Look.of(severity).fill(sheet, new Rectangle2D.Double(40, y - 19, 26, 22));
            brush.write(severity.toString(), 76, y, SIZE, Brush.INK, Side.RIGHT_OF, LEFT - 80);
            sheet.setColor(Brush.LINE);
            sheet.setStroke(new BasicStroke(1));
            sheet.draw(new Line2D.Double(40, y - 26, RIGHT, y - 26));
        }
    }

    @SuppressWarnings("EnumOrdinal") // rows stand in the order of severities
    private static double row(Severity severity) {
        return TABLE + ROW * severity.ordinal();
    }

    private double unit() {
        int most = columns.stream().mapToInt(Column::total).max().orElse(0);
        return Math.min(TALLEST_ONE, (FLOOR - TOP) / Math.max(1, most));
    }
}
