package dev.muster.timeline.export;

import dev.muster.incident.Facts;
import dev.muster.incident.Incident;
import dev.muster.incident.Milestone;
import dev.muster.incident.Role;
import dev.muster.incident.Words;
import dev.muster.timeline.Exported;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands above the picture: which incident it was, when it reached what, and who answered for what. */
final class HtmlFacts {

    private final Course course;
    private final Out out;

    HtmlFacts(Course course, Out out) {
        this.course = course;
        this.out = out;
    }

    void header(long rows) {
        Incident incident = course.incident;
        Facts facts = incident.facts();
        out.raw("<header>\n<p class=\"id\">").text(incident.id().toString()).raw(" · incident timeline</p>\n");
        out.raw("<h1 dir=\"auto\">").text(incident.title()).raw("</h1>\n<ul class=\"badges\">");
        badge(
                incident.severity().toString(),
                was(course.severities(), incident.severity().toString()));
        badge(
                incident.stage().toString(),
                incident.conduct().ending().map(ending -> ", " + ending.words()).orElse(""));
        badge(facts.drill() ? "drill" : "", "");
        badge(facts.isPrivate() ? "private" : "", "");
        out.raw("</ul>\n<p>Declared by <bdi>").text(facts.declaredBy().name()).raw("</bdi> on ");
        out.raw(time(facts.declaredAt(), Telling.day(facts.declaredAt()) + ", " + Telling.clock(facts.declaredAt())));
        out.raw(" UTC. ").number(rows).raw(rows == 1 ? " row" : " rows").raw(" on record. All times are UTC.</p>\n");
        out.raw("</header>\n");
    }

    private void badge(String word, String more) {
        if (!word.isEmpty()) {
            out.raw("<li class=\"").raw(word).raw("\">").text(word).text(more).raw("</li>");
        }
    }

    private static String was(List<Stretch> severities, String now) {
        List<String> before = severities.stream()
                .map(Stretch::name)
                .filter(name -> !name.equals(now))
                .distinct()
                .toList();
        return before.isEmpty() ? "" : ", was " + String.join(", ", before);
    }

    void milestones() {
        out.raw("<section aria-labelledby=\"h-times\">\n<h2 id=\"h-times\">When</h2>\n<ol class=\"times\">\n");
        Optional<Instant> began = course.incident.time(Milestone.BEGAN);
        for (Milestone milestone : Milestone.values()) {
            out.raw("<li><b>")
                    .raw(milestone.code())
                    .raw("</b> ")
                    .raw(capital(milestone.meaning()))
                    .raw("<br/>");
            course.incident
                    .time(milestone)
                    .ifPresentOrElse(at -> reached(milestone, at, began), () -> out.raw("<i>not reached</i>"));
            out.raw("</li>\n");
        }
        out.raw("</ol>\n</section>\n");
    }

    private void reached(Milestone milestone, Instant at, Optional<Instant> began) {
        out.raw("<strong>").raw(time(at, Telling.clock(at))).raw("</strong> <small>");
        out.raw(Telling.date(at)).raw("</small>");
        began.filter(start -> milestone != Milestone.BEGAN)
                .ifPresent(start -> out.raw("<br/>").raw(since(start, at)));
    }

    private static String since(Instant start, Instant at) {
        Duration after = Duration.between(start, at);
        if (after.isZero()) {
            return "at once";
        }
        return Words.of(after.abs()) + (after.isNegative() ? " before T0" : " after T0");
    }

    void roles() {
        out.raw("<section aria-labelledby=\"h-roles\">\n<h2 id=\"h-roles\">Who</h2>\n<dl>\n");
        for (Role role : Role.values()) {
            out.raw("<dt>").raw(capital(role.title())).raw("</dt><dd>");
            List<Stretch> holders = course.holders(role);
            if (holders.isEmpty()) {
                out.raw("<i>nobody</i>");
            }
            for (int index = 0; index < holders.size(); index++) {
                out.raw(index == 0 ? "" : ", then ");
                holder(holders.get(index));
            }
            out.raw("</dd>\n");
        }
        out.raw("</dl>\n</section>\n");
    }

    private void holder(Stretch held) {
        out.raw("<a href=\"#row-")
                .number(held.seq())
                .raw("\"><bdi>")
                .text(held.name())
                .raw("</bdi></a> ");
        out.raw(held.open() ? "from " : "").raw(time(held.from(), moment(held.from())));
        if (!held.open()) {
            out.raw(" to ").raw(time(held.to(), moment(held.to())));
        }
    }

    /** The same as the picture, in words: stages and severities with their times and durations. */
    void courses() {
        out.raw("<div class=\"columns\">\n");
        course("Stages", course.stages());
        course("Severity", course.severities());
        out.raw("</div>\n");
    }

    private void course(String title, List<Stretch> stretches) {
        out.raw("<div><h3>").raw(title).raw("</h3>\n<ol class=\"plain\">\n");
        for (Stretch stretch : stretches) {
            out.raw("<li>").raw(time(stretch.from(), moment(stretch.from()))).raw(" <b><bdi>");
            out.text(stretch.name()).raw("</bdi></b> ");
            out.raw(stretch.open() ? "" : "for " + Words.of(stretch.length())).raw("</li>\n");
        }
        out.raw("</ol></div>\n");
    }

    /** A time of day, with the date if the incident did not begin on that day. */
    private String moment(Instant at) {
        return Telling.isSameDay(course.from, at)
                ? Telling.clock(at)
                : Telling.date(at, course.from) + " " + Telling.clock(at);
    }

    /** The numbered moments of the picture, in order of time, up to so many of each sort. */
    void moments(int most) {
        List<Numbered> all = new ArrayList<>();
        add(all, Pins.Shape.UPDATE, course.updates());
        add(all, Pins.Shape.DECISION, course.decisions());
        add(all, Pins.Shape.MOMENT, course.others());
        if (all.isEmpty()) {
            return;
        }
        all.sort((one, other) -> Moment.BY_TIME.compare(one.moment(), other.moment()));
        out.raw("<h3>Status updates (U), decisions (D) and other key moments (K)</h3>\n<ol class=\"plain\">\n");
        all.stream().limit(most).forEach(this::moment);
        out.raw("</ol>\n");
        if (all.size() > most) {
            out.raw("<p>And ").number(all.size() - most).raw(" more, marked ★ among the rows below.</p>\n");
        }
    }

    private record Numbered(String label, Moment moment) {}

    private static void add(List<Numbered> all, Pins.Shape shape, List<Moment> moments) {
        for (int index = 0; index < moments.size(); index++) {
            all.add(new Numbered(shape.label(index + 1), moments.get(index)));
        }
    }

    private void moment(Numbered numbered) {
        Moment moment = numbered.moment();
        out.raw("<li>")
                .raw(time(moment.at(), moment(moment.at())))
                .raw(" <a href=\"#row-")
                .number(moment.seq());
        out.raw("\">")
                .raw(numbered.label())
                .raw("</a> <bdi>")
                .text(moment.text())
                .raw("</bdi></li>\n");
    }

    /** @param shown our own words for the time */
    static String time(Instant at, String shown) {
        return "<time datetime=\"" + Exported.time(at) + "\">" + shown + "</time>";
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
