package dev.muster.timeline.export;

import dev.muster.incident.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lane of the picture that shows how much people talked when. */
final class Bars {

    private static final int HEIGHT = 64;
    private static final int MOST = 130;

    private final Drawing drawing;
    private final Axis axis;
    private final Course course;

    Bars(Drawing drawing, Axis axis, Course course) {
        this.drawing = drawing;
        this.axis = axis;
        this.course = course;
    }

    /** A bar: how many messages in the time that begins then. */
    private record Bar(Instant from, Instant to, int count) {}

    /** Draws the lane and returns where it ends. */
    int draw(int top) {
        List<Bar> bars = bars();
        if (bars.isEmpty()) {
            return top + 4;
        }
        int most = Math.max(1, bars.stream().mapToInt(Bar::count).max().orElse(0));
        int floor = top + 16 + HEIGHT;
        drawing.words("lane end", Axis.LEFT - 10, floor - 26, "Messages");
        drawing.words("hint end", Axis.LEFT - 10, floor - 12, "in " + Words.of(Duration.ofSeconds(width())));
        drawing.line("rail", Axis.LEFT, floor, Axis.RIGHT, floor);
        boolean told = false;
        for (Bar bar : bars) {
            double height = (double) HEIGHT * bar.count() / most;
            bar(bar, floor, Math.max(1.5, height));
            if (bar.count() == most && !told) {
                double middle = (axis.x(bar.from()) + axis.x(bar.to())) / 2;
                drawing.words("hint middle", middle, floor - height - 4, Integer.toString(most));
                told = true;
            }
        }
        return floor;
    }

    private void bar(Bar bar, int floor, double height) {
        double x = axis.x(bar.from());
        double width = Math.max(1, axis.x(bar.to()) - x - 1);
        String title = bar.count() + (bar.count() == 1 ? " message" : " messages") + " from "
                + Telling.clock(bar.from()) + " to " + Telling.clock(bar.to()) + " UTC";
        drawing.raw("<g class=\"bar\"><title>" + title + "</title>");
        drawing.box("fill", x, floor - height, width, height).raw("</g>\n");
    }

    private List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        long width = width();
        long at = Math.floorDiv(course.from.getEpochSecond(), width) * width;
        for (; at <= course.to.getEpochSecond(); at += width) {
            Instant from = Instant.ofEpochSecond(at);
            Instant to = from.plusSeconds(width);
            int count = course.story.talk.between(from, to);
            if (count > 0) {
                bars.add(new Bar(from, to, count));
            }
        }
        return bars;
    }

    /** Seconds of a bar: so many that the bars are not too many, and that buckets go into bars. */
    private long width() {
        long seconds = Duration.between(course.from, course.to).toSeconds();
        for (long width : Density.WIDTHS) {
            if (width >= Math.max(10, course.story.talk.width()) && seconds / width < MOST) {
                return width;
            }
        }
        long widest = Density.WIDTHS[Density.WIDTHS.length - 1];
        return widest * (seconds / widest / MOST + 1);
    }
}
