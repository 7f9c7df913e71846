package dev.muster.insight.picture;

import dev.muster.incident.Words;
import dev.muster.insight.picture.Brush.Side;
import dev.muster.insight.picture.Chart.Strip;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A strip on which each incident is a point, on a scale where each step is as many times longer; median and p90 marked. */
final class Dots {

    private static final double LEFT = 800;
    private static final double RIGHT = 1390;
    private static final double LARGEST = 13;
    private static final double SMALLEST = 3;
    private static final double ROOM = 66;
    private static final double SHORTEST =
            Math.log10((double) Duration.ofMinutes(1).toMillis());
    private static final double LONGEST = Math.log10((double) Duration.ofDays(4).toMillis());
    private static final Color POINT = new Color(0x2F6FAB);

    private static final Map<Duration, String> TICKS = new TreeMap<>(Map.of(
            Duration.ofMinutes(1), "≤1 min",
            Duration.ofMinutes(10), "10 min",
            Duration.ofHours(1), "1 h",
            Duration.ofHours(6), "6 h",
            Duration.ofDays(1), "1 d",
            Duration.ofDays(4), "≥4 d"));

    private final Strip strip;
    private final double floor;
    private final Brush brush;
    private final Graphics2D sheet;

    /** @param floor where the lowest points stand */
    Dots(Strip strip, double floor, Brush brush) {
        this.strip = strip;
        this.floor = floor;
        this.brush = brush;
        this.sheet = brush.sheet();
    }

    void draw() {
        double width = RIGHT - LEFT + 20;
        brush.write(strip.heading(), LEFT - 20, floor - 138, 21, Brush.INK, Side.RIGHT_OF, width + 10);
        brush.write(strip.marks(), LEFT - 20, floor - 112, 18, Brush.FAINT, Side.RIGHT_OF, width);
        scale();
        strip.took().median().ifPresent(median -> mark("median", median, Side.LEFT_OF, 84, new BasicStroke(3)));
        strip.took().ninetieth().ifPresent(most -> mark("p90", most, Side.RIGHT_OF, 84, dashed()));
        points();
    }

    private void scale() {
        sheet.setStroke(new BasicStroke(2));
        sheet.setColor(Brush.INK);
        sheet.draw(new Line2D.Double(LEFT - 20, floor, RIGHT + 10, floor));
        sheet.setStroke(new BasicStroke(1.5f));
        TICKS.forEach((at, name) -> {
            double x = x(at.toMillis());
            sheet.setColor(Brush.INK);
            sheet.draw(new Line2D.Double(x, floor, x, floor + 6));
            brush.write(name, x, floor + 25, 17, Brush.FAINT, Side.CENTRED, 90);
        });
    }

    /** Those in one place are piled up. All points are as large as the highest pile allows, so that the piles can be compared. */
    private void points() {
        double size = LARGEST;
        while (size > SMALLEST && highest(piles(size)) * size > ROOM) {
            size -= 0.5;
        }
        double dot = size;
        piles(dot).forEach((place, count) -> {
            for (int number = 0; number < Math.min(count, (int) (ROOM / dot)); number++) {
                point(LEFT + place * dot, floor - 2 - dot * (number + 1), dot);
            }
        });
    }

    private Map<Integer, Integer> piles(double dot) {
        Map<Integer, Integer> piles = new TreeMap<>();
        strip.took()
                .millis()
                .forEach(millis -> piles.merge((int) Math.round((x(millis) - LEFT) / dot), 1, Integer::sum));
        return piles;
    }

    private static int highest(Map<Integer, Integer> piles) {
        return piles.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private void point(double middle, double top, double size) {
        Ellipse2D dot = new Ellipse2D.Double(middle - size / 2, top, size, size);
        sheet.setColor(POINT);
        sheet.fill(dot);
        sheet.setColor(Color.WHITE);
        sheet.setStroke(new BasicStroke((float) size / 11));
        sheet.draw(dot);
    }

    /** The name of the median stands before its line, and the other's behind, where there is room. */
    private void mark(String name, Duration at, Side wanted, double height, BasicStroke stroke) {
        double x = x(at.toMillis());
        sheet.setColor(Brush.INK);
        sheet.setStroke(stroke);
        sheet.draw(new Line2D.Double(x, floor, x, floor - height - 10));
        String label = name + " " + Words.of(at);
        double room = wanted == Side.LEFT_OF ? x - LEFT + 12 : RIGHT - x + 2;
        boolean fits = brush.width(label, 17) < room;
        Side side = fits == (wanted == Side.LEFT_OF) ? Side.LEFT_OF : Side.RIGHT_OF;
        brush.write(label, side == Side.LEFT_OF ? x - 8 : x + 8, floor - height, 17, Brush.INK, side, 300);
    }

    private static BasicStroke dashed() {
        return new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {7, 5}, 0);
    }

    private static double x(long millis) {
        double log = Math.min(LONGEST, Math.max(SHORTEST, Math.log10(Math.max(1.0, millis))));
        return LEFT + (RIGHT - LEFT) * (log - SHORTEST) / (LONGEST - SHORTEST);
    }
}
