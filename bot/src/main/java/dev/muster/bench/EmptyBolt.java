package dev.muster.bench;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import com.slack.api.model.event.MessageEvent;
import dev.muster.http.WebServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the bot is compared with: the same web server before a Bolt app that checks signatures and does nothing. */
final class EmptyBolt implements AutoCloseable {

    private final WebServer server;
    private final URI address;

    EmptyBolt() throws Exception {
        server = new WebServer("127.0.0.1", 0)
                .slack((request, response, next) -> next.doFilter(request, response), servlet());
        address = server.start();
    }

    URI address() {
        return address;
    }

    private static SlackAppServlet servlet() {
        AppConfig config = AppConfig.builder()
                .singleTeamBotToken("xoxb-bench")
                .signingSecret(Requests.SECRET)
                .build();
        List<Middleware> lean = new ArrayList<>();
        lean.add(new RequestVerification(new SlackSignature.Verifier(new SlackSignature.Generator(Requests.SECRET))));
        lean.add((request, response, chain) -> {
            request.getContext().setBotToken("xoxb-bench");
            return chain.next(request);
        });
        App app = new App(config, Slack.getInstance(), lean);
        return new SlackAppServlet(app.event(MessageEvent.class, (payload, context) -> context.ack()));
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
