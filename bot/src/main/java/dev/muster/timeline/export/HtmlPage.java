package dev.muster.timeline.export;

import dev.muster.incident.Incident;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** A page that needs no script and nothing from elsewhere, to be read on a screen, on a phone and on paper. */
final class HtmlPage implements Shape {

    private static final int MOMENTS_IN_WORDS = 100;

    /** Nothing may run or be fetched, should a reader or a mail program look twice at what people wrote. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final Incident incident;
    private final Glance glance;
    private final Out out;
    private final HtmlRow rows;
    private Instant day = Instant.MIN;

    HtmlPage(Incident incident, Glance glance, Out out) {
        this.incident = incident;
        this.glance = glance;
        this.out = out;
        this.rows = new HtmlRow(out);
    }

    @Override
    public void begin() {
        Course course = new Course(incident, glance);
        HtmlFacts facts = new HtmlFacts(course, out);
        head();
        facts.header(glance.rows());
        facts.milestones();
        facts.roles();
        picture(course, facts);
        out.raw("<section aria-labelledby=\"h-rows\">\n<h2 id=\"h-rows\">Everything that was written down</h2>\n");
        out.raw("<p>In the order in which it was written down. ★ and bold: key moments.</p>\n");
        out.raw(
                "<table>\n<colgroup><col class=\"no\"/><col class=\"at\"/><col class=\"who\"/><col class=\"kind\"/><col/>");
        out.raw("</colgroup>\n<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Time (UTC)</th>");
        out.raw(
                "<th scope=\"col\">Who</th><th scope=\"col\">Kind</th><th scope=\"col\">What</th></tr></thead>\n<tbody>\n");
    }

    @Override
    public void row(Row row) {
        Reading reading = glance.read(row);
        if (day.equals(Instant.MIN) || !Telling.isSameDay(day, reading.at())) {
            day = reading.at();
            out.raw("<tr class=\"day\"><th colspan=\"5\" scope=\"rowgroup\">")
                    .raw(Telling.day(day))
                    .raw("</th></tr>\n");
        }
        rows.write(reading);
    }

    @Override
    public void end(Chain head) {
        String id = incident.id().toString();
        out.raw("</tbody>\n</table>\n</section>\n<footer>\n<p>Rows 1 to ").number(head.length());
        out.raw(". Head hash (SHA-256): <code>").text(head.head()).raw("</code></p>\n");
        out.raw("<p>Each row carries the hash of the row before, so that none can be changed, taken out or put in ");
        out.raw("unseen. To check: <code>muster timeline export ").text(id).raw(" --format jsonl --out FILE</code>, ");
        out.raw("then <code>muster timeline verify --file FILE</code>. ");
        out.raw("The hash of its row ").number(head.length()).raw(" must be the one above.</p>\n");
        out.raw("</footer>\n</body>\n</html>\n");
    }

    private void head() {
        String id = incident.id().toString();
        out.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .text(POLICY)
                .raw("\"/>\n");
        out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        out.raw("<meta name=\"referrer\" content=\"no-referrer\"/>\n<meta name=\"robots\" content=\"noindex\"/>\n");
        out.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
        out.raw("<title>")
                .text(id)
                .raw(": ")
                .text(incident.title())
                .raw("</title>\n<style>\n")
                .raw(style());
        out.raw("@page { @top-right { content: \"").text(id).raw("\" } }\n</style>\n</head>\n<body>\n");
    }

    private void picture(Course course, HtmlFacts facts) {
        out.raw("<section aria-labelledby=\"h-course\">\n<h2 id=\"h-course\">Course</h2>\n");
        out.raw("<div class=\"picture\" tabindex=\"0\">\n");
        new Picture(course).draw(out);
        out.raw("</div>\n");
        int outside = course.outside();
        if (outside > 0) {
            out.raw("<p>").number(outside).raw(outside == 1 ? " row tells" : " rows tell");
            out.raw(" of times before or after what the picture shows.</p>\n");
        }
        facts.courses();
        facts.moments(MOMENTS_IN_WORDS);
        out.raw("</section>\n");
    }

    private static String style() {
        try (InputStream file = Objects.requireNonNull(HtmlPage.class.getResourceAsStream("page.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
