package dev.muster.timeline.export;

import dev.muster.incident.Milestone;
import dev.muster.incident.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The incident as an SVG: stages, severity, roles, updates, decisions and talk over one time axis in UTC. */
final class Picture {

    private static final int WIDTH = 900;
    private static final int FLAGS = 22;

    private final Course course;
    private final Axis axis;

    Picture(Course course) {
        this.course = course;
        this.axis = new Axis(course.from, course.to);
    }

    void draw(Out out) {
        Drawing lanes = new Drawing();
        int bottom = lanes(lanes);
        int height = bottom + 38;
        out.raw("<svg role=\"img\" aria-labelledby=\"pt pd\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" xmlns=\"http://www.w3.org/2000/svg\">\n<title id=\"pt\">The course of ");
        out.text(course.incident.id().toString())
                .raw("</title><desc id=\"pd\">")
                .text(description());
        out.raw("</desc>\n")
                .raw(scale(bottom))
                .raw(milestones(bottom))
                .raw(lanes.toString())
                .raw("</svg>\n");
    }

    private int lanes(Drawing drawing) {
        Bands bands = new Bands(drawing, axis);
        Pins pins = new Pins(drawing, axis);
        int y = bands.draw(FLAGS + 10, "Severity", course.severities());
        y = bands.draw(y, "Stage", course.stages());
        for (Role role : Role.values()) {
            List<Stretch> holders = course.holders(role);
            y = holders.isEmpty() ? y : bands.draw(y, HtmlFacts.capital(role.title()), holders);
        }
        y = pins.draw(y, "Status updates", Pins.Shape.UPDATE, course.updates());
        y = pins.draw(y, "Decisions", Pins.Shape.DECISION, course.decisions());
        y = pins.draw(y, "Key moments", Pins.Shape.MOMENT, course.others());
        return new Bars(drawing, axis, course).draw(y);
    }

    /** The ticks below and their lines through everything. */
    private String scale(int bottom) {
        Drawing drawing = new Drawing();
        drawing.box("ground", Axis.LEFT, FLAGS, Axis.RIGHT - Axis.LEFT, bottom - FLAGS);
        drawing.words("hint end", Axis.LEFT - 30, bottom + 17, "UTC");
        Instant before = Instant.MIN;
        for (Instant tick : axis.ticks()) {
            boolean newDay = before.equals(Instant.MIN) || !Telling.isSameDay(before, tick);
            tick(drawing, tick, bottom, newDay);
            before = tick;
        }
        return drawing.toString();
    }

    private void tick(Drawing drawing, Instant tick, int bottom, boolean newDay) {
        double x = axis.x(tick);
        drawing.line("grid", x, FLAGS, x, bottom + 4);
        boolean days = axis.step() % 86_400 == 0;
        if (!days) {
            String time = axis.step() < 60 ? Telling.clock(tick) : Telling.minute(tick);
            drawing.words("tick middle", x, bottom + 17, time);
        }
        if (newDay) {
            drawing.words("tick date middle", x, bottom + (days ? 17 : 32), Telling.date(tick, course.from));
        }
        drawing.raw("\n");
    }

    /** T0 to T4 as lines with flags; those at nearly the same time share a flag. */
    private String milestones(int bottom) {
        Drawing drawing = new Drawing();
        List<Milestone> reached = new ArrayList<>();
        for (Milestone milestone : Milestone.values()) {
            course.incident.time(milestone).filter(axis::shows).ifPresent(at -> reached.add(milestone));
        }
        int first = 0;
        while (first < reached.size()) {
            int next = first + 1;
            while (next < reached.size() && x(reached.get(next)) - x(reached.get(first)) < 30) {
                next++;
            }
            flag(drawing, reached.subList(first, next), bottom);
            first = next;
        }
        return drawing.toString();
    }

    private void flag(Drawing drawing, List<Milestone> together, int bottom) {
        StringBuilder label = new StringBuilder();
        StringBuilder title = new StringBuilder();
        for (Milestone milestone : together) {
            label.append(label.isEmpty() ? "" : " ").append(milestone.code());
            title.append(title.isEmpty() ? "" : "\n")
                    .append(milestone.code())
                    .append(" ")
                    .append(milestone.meaning());
            title.append(" ").append(Telling.clock(at(milestone))).append(" UTC");
        }
        drawing.open("flag", 0, title.toString());
        together.forEach(milestone -> drawing.line("pole", x(milestone), FLAGS - 4, x(milestone), bottom));
        boolean left = x(together.get(0)) + 20.0 * together.size() > Axis.RIGHT;
        drawing.words(left ? "end" : "start", x(together.get(0)), 14, label.toString())
                .close();
    }

    private double x(Milestone milestone) {
        return axis.x(at(milestone));
    }

    private Instant at(Milestone milestone) {
        return course.incident.time(milestone).orElseThrow();
    }

    private String description() {
        return "From " + Telling.date(course.from) + " " + Telling.minute(course.from) + " to "
                + Telling.date(course.to) + " " + Telling.minute(course.to)
                + " UTC, from top to bottom: severity, stages, who had which role, status updates, decisions, "
                + "other key moments, and how many messages were written. The same facts follow as text.";
    }
}
