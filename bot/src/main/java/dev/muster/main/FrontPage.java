package dev.muster.main;

/** What somebody sees who opens the bot's address in a browser. */
final class FrontPage {

    private FrontPage() {}

    static String html() {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Muster</title>
                <meta name="viewport" content="width=device-width">
                <h1>Muster is running</h1>
                <p>It lives in Slack: type <code>/incident help</code> there.
                <a href="/health/ready">How its parts are</a> · <a href="/metrics">Metrics</a></p></html>
                """;
    }
}
