package dev.muster.main;

import dev.muster.review.Document;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** A paper in Markdown as one page that prints well: nothing in it runs, and nothing is loaded from elsewhere. */
final class MarkdownPage {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final int SHORT = 22;

    /** A day and a time, which may stand below each other where there is little room. */
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]+");

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; --line: #8884; --quiet: #8881; --ask: #985a00; --link: #0b62c4; }
            @media (prefers-color-scheme: dark) { :root { --ask: #f0a64a; --link: #7db7ff; } }
            body { font: 1rem/1.55 system-ui, sans-serif; max-width: 56rem; margin: 2.5rem auto; padding: 0 1.25rem; }
            h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; text-wrap: balance; }
            h1 + p { margin: 0; padding: .6rem .9rem; background: var(--quiet); border-left: 4px solid var(--line); }
            h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
            h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
            p, ul, ol { margin: .6rem 0; } ul, ol { padding-left: 1.4rem; } li { margin: .2rem 0; }
            a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
            table { display: block; overflow-x: auto; width: fit-content; max-width: 100%%; border-collapse: collapse;
              margin: 1.1rem 0; font-size: .925rem; font-variant-numeric: tabular-nums; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .75rem; border-bottom: 1px solid var(--line); }
            th { white-space: nowrap; background: var(--quiet); } td.short { white-space: nowrap; }
            tr:target { background: color-mix(in srgb, var(--link) 15%%, transparent); }
            .open { color: var(--ask); }
            code { background: var(--quiet); padding: .1rem .3rem; border-radius: .2rem; overflow-wrap: anywhere; }
            @media (max-width: 40rem) { body { margin: 1.25rem auto; } h1 { font-size: 1.5rem; }
              th, td { padding: .3rem .45rem; } td.day { white-space: normal; min-width: 5.8rem; }
              td { overflow-wrap: anywhere; } td.short { overflow-wrap: normal; } }
            @media print { @page { margin: 18mm 16mm; } body { margin: 0; max-width: none; font-size: 10.5pt; }
              h2, h3 { break-after: avoid; } tr, li { break-inside: avoid; } a { color: inherit; } table { display: table; } }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private MarkdownPage() {}

    static String of(String markdown) {
        Node paper = PARSER.parse(markdown);
        String title = title(paper);
        RowLinks links = RowLinks.in(paper);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .softbreak("<br>\n")
                .attributeProviderFactory(context -> looks(links))
                .build();
        return PAGE.formatted(title, renderer.render(paper));
    }

    private static AttributeProvider looks(RowLinks links) {
        return (node, tag, attributes) -> {
            links.id(node).ifPresent(id -> attributes.put("id", id));
            look(node, attributes);
        };
    }

    private static void look(Node node, Map<String, String> attributes) {
        if (node instanceof TableCell && RowLinks.words(node).length() <= SHORT) {
            attributes.put("class", DAY.matcher(RowLinks.words(node)).matches() ? "short day" : "short");
        }
        if (node instanceof Paragraph
                && node.getFirstChild() instanceof Emphasis first
                && Document.asks(RowLinks.words(first))) {
            attributes.put("class", "open");
        }
    }

    /** The first heading, as the name of the page. */
    private static String title(Node paper) {
        Node first = paper.getFirstChild();
        String words = first instanceof Heading ? RowLinks.words(first) : "Post-mortem";
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
