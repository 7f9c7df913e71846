package dev.muster.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A Slack that says yes to everything, at once. */
final class SlackStub implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);

    SlackStub() throws Exception {
        ServletContextHandler routes = new ServletContextHandler();
        routes.addServlet(new ServletHolder(new Yes()), "/*");
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(routes);
        server.start();
    }

    String apiUrl() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/api/";
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** The answers that somebody reads anything in. */
    private static final class Yes extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getWriter().write(answer(request));
        }

        private static String answer(HttpServletRequest request) {
            String path = request.getRequestURI();
            String user = Optional.ofNullable(request.getParameter("user")).orElse("");
            return switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "auth.test" ->
                    """
                        {"ok":true,"user_id":"U0BOT","bot_id":"B0BOT","team_id":"T0BENCH"}""";
                case "users.info" -> "{\"ok\":true,\"user\":" + person(user) + "}";
                case "users.list" -> "{\"ok\":true,\"members\":[" + person("U0BENCH0") + "]}";
                case "conversations.history", "conversations.replies" -> "{\"ok\":true,\"messages\":[]}";
                default ->
                    """
                        {"ok":true,"channel":{"id":"C0BENCH","name":"bench"},"ts":"1700000000.000001"}""";
            };
        }

        private static String person(String id) {
            return "{\"id\":\"%s\",\"name\":\"%s\",\"tz\":\"UTC\",\"profile\":{\"display_name\":\"Person %s\"}}"
                    .formatted(id, id.toLowerCase(Locale.ROOT), id);
        }
    }
}
