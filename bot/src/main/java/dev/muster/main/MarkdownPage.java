package dev.muster.main;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A paper in Markdown as one page that prints well: nothing in it runs, and nothing is loaded from elsewhere. */
final class MarkdownPage {

    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Post-mortem</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.55 system-ui, sans-serif; max-width: 58rem; margin: 2rem auto; padding: 0 1.25rem; }
            h1 { line-height: 1.2; } h2 { margin-top: 2.25rem; border-bottom: 1px solid #8886; padding-bottom: .25rem; }
            table { border-collapse: collapse; width: 100%%; margin: 1rem 0; font-size: .925rem; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8884; }
            td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
            code { background: #8882; padding: .1rem .3rem; border-radius: .2rem; overflow-wrap: anywhere; }
            @media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private MarkdownPage() {}

    static String of(String markdown) {
        Node document = PARSER.parse(markdown);
        return PAGE.formatted(RENDERER.render(document));
    }
}
