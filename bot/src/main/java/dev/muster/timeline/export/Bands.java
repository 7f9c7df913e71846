package dev.muster.timeline.export;

import dev.muster.incident.Severity;
import dev.muster.incident.Stage;
import dev.muster.incident.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lanes of the picture that show what was so from when to when, each with its name in it or, if too narrow, below. */
final class Bands {

    static final int HEIGHT = 24;

    private static final int LEVELS = 4;
    private static final int LEVEL = 15;
    private static final double WIDEST_LABEL = 210;

    private final Drawing drawing;
    private final Axis axis;

    Bands(Drawing drawing, Axis axis) {
        this.drawing = drawing;
        this.axis = axis;
    }

    /** Draws a lane and returns where it ends. */
    int draw(int top, String lane, List<Stretch> stretches) {
        double[] ends = new double[LEVELS];
        drawing.words("lane end", Axis.LEFT - 10, top + 16, lane);
        for (Stretch stretch : stretches) {
            if (axis.shows(stretch)) {
                band(top, stretch, ends);
            }
        }
        long used = Arrays.stream(ends).filter(end -> end > 0).count();
        return top + HEIGHT + (int) used * LEVEL + 8;
    }

    private void band(int top, Stretch stretch, double[] ends) {
        double x = axis.x(stretch.from());
        double width = Math.max(2, (stretch.open() ? Axis.RIGHT : axis.x(stretch.to())) - x);
        drawing.open("band " + colour(stretch.name()), stretch.seq(), title(stretch));
        drawing.box("fill", x, top, width, HEIGHT);
        if (Drawing.width(stretch.name()) + 8 <= width) {
            drawing.words("middle", x + width / 2, top + 16, stretch.name());
        } else if (width >= 110) {
            drawing.words("middle", x + width / 2, top + 16, Drawing.fitting(stretch.name(), width - 8));
        } else {
            label(top, x, width, Drawing.fitting(stretch.name(), WIDEST_LABEL), ends);
        }
        drawing.close();
    }

    private void label(int top, double x, double width, String name, double[] ends) {
        double room = Drawing.width(name) + 10;
        boolean left = x + room > Axis.RIGHT;
        double begin = left ? x + width - room : x;
        for (int level = 0; level < LEVELS; level++) {
            if (ends[level] <= begin) {
                int bottom = top + HEIGHT + (level + 1) * LEVEL;
                double stem = left ? x + width - 1 : x + 1;
                drawing.line("stem", stem, top + HEIGHT, stem, bottom);
                drawing.words(left ? "near end" : "near", left ? stem - 4 : stem + 4, bottom - 2, name);
                ends[level] = begin + room;
                fill(ends, level);
                return;
            }
        }
    }

    /** A lane is as deep as its deepest label: levels above count as used. */
    private static void fill(double[] ends, int deepest) {
        for (int level = 0; level < deepest; level++) {
            ends[level] = Math.max(ends[level], 1);
        }
    }

    private static String title(Stretch stretch) {
        return "%s from %s UTC %s (%s)"
                .formatted(
                        stretch.name(),
                        Telling.date(stretch.from()) + " " + Telling.clock(stretch.from()),
                        stretch.open()
                                ? "on"
                                : "to " + Telling.date(stretch.to()) + " " + Telling.clock(stretch.to()) + " UTC",
                        Words.of(stretch.length()));
    }

    /** Only names that we know become a class. */
    private static String colour(String name) {
        Optional<String> stage = Stage.find(name).map(Stage::toString);
        return stage.or(() -> Severity.find(name).map(Severity::toString)).orElse("person");
    }
}
