package dev.muster.timeline.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Lanes of the picture that show single moments, numbered as in the list below it. Close ones share one mark. */
final class Pins {

    static final int HEIGHT = 36;

    private static final double APART = 58;
    private static final int TOLD = 8;

    /** Different in shape, so that they can be told apart without colour. */
    enum Shape {
        UPDATE("U", "M-6-6h12v9h-6l-3 4v-4h-3z"),
        DECISION("D", "M0-7 7 0 0 7-7 0z"),
        MOMENT("K", "M0-7.5 2-2.5 7.3-2.3 3.2 1.1 4.6 6.3 0 3.4-4.6 6.3-3.2 1.1-7.3-2.3-2-2.5z");

        private final String letter;
        private final String path;

        Shape(String letter, String path) {
            this.letter = letter;
            this.path = path;
        }

        /** What the moment is called in the picture and below it, e.g. {@code U3}. */
        String label(int number) {
            return letter + number;
        }
    }

    private final Drawing drawing;
    private final Axis axis;

    Pins(Drawing drawing, Axis axis) {
        this.drawing = drawing;
        this.axis = axis;
    }

    /** Draws a lane, if there is anything to show in it, and returns where it ends. */
    int draw(int top, String lane, Shape shape, List<Moment> moments) {
        List<Integer> shown = IntStream.range(0, moments.size())
                .filter(index -> axis.shows(moments.get(index).at()))
                .boxed()
                .toList();
        if (shown.isEmpty()) {
            return top;
        }
        drawing.words("lane end", Axis.LEFT - 10, top + 24, lane);
        drawing.line("rail", Axis.LEFT, top + 20, Axis.RIGHT, top + 20);
        int end = shown.get(shown.size() - 1) + 1;
        int first = shown.get(0);
        while (first < end) {
            int next = first + 1;
            while (next < end && x(moments, next) - x(moments, first) < APART) {
                next++;
            }
            pin(top, shape, moments, first, next);
            first = next;
        }
        return top + HEIGHT;
    }

    private double x(List<Moment> moments, int index) {
        return axis.x(moments.get(index).at());
    }

    private void pin(int top, Shape shape, List<Moment> moments, int first, int next) {
        String label = shape.label(first + 1) + (next - first > 1 ? "–" + next : "");
        drawing.open(
                "pin " + shape.name().toLowerCase(Locale.ROOT),
                moments.get(first).seq(),
                title(shape, moments, first, next));
        for (int index = first; index < next; index++) {
            if (index == first || x(moments, index) - x(moments, index - 1) >= 1) {
                drawing.raw("<path class=\"fill\" transform=\"translate(" + Axis.number(x(moments, index)) + " "
                        + (top + 20) + ")\" d=\"" + shape.path + "\"/>");
            }
        }
        double middle = (x(moments, first) + x(moments, next - 1)) / 2;
        drawing.words("pinned middle", middle, top + 9, label).close();
    }

    private static String title(Shape shape, List<Moment> moments, int first, int next) {
        List<String> lines = new ArrayList<>();
        for (int index = first; index < Math.min(next, first + TOLD); index++) {
            Moment moment = moments.get(index);
            lines.add(shape.label(index + 1) + " " + Telling.clock(moment.at()) + " " + moment.text());
        }
        if (next - first > TOLD) {
            lines.add("and " + (next - first - TOLD) + " more");
        }
        return String.join("\n", lines);
    }
}
