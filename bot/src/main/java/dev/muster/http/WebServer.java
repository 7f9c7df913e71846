package dev.muster.http;

import dev.muster.desk.Part;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server. Its errors name neither the server nor what went wrong inside. */
public final class WebServer implements AutoCloseable {

    private static final String SLACK = "/slack/events";
    /** Whoever sends more slowly holds up a thread for nothing. */
    private static final long SLOWEST_BYTES_PER_SECOND = 500;

    private static final long IDLE_MILLIS = 15_000;
    private static final long STOP_MILLIS = 2_000;

    private final Server server = new Server(new QueuedThreadPool(64, 8));
    private final ServletContextHandler routes = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);

    /** @param port 0 for a free one */
    public WebServer(String host, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setMinRequestDataRate(SLOWEST_BYTES_PER_SECOND);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new KnownMethods(routes, SLACK)));
        server.setErrorHandler((request, response, callback) -> {
            Content.Sink.write(response, true, "", callback);
            return true;
        });
        server.setStopTimeout(STOP_MILLIS);
    }

    /** Puts Slack's door before its app. */
    public WebServer slack(Filter ingress, HttpServlet bolt) {
        FilterHolder door = new FilterHolder(ingress);
        door.setAsyncSupported(true);
        routes.addFilter(door, SLACK, EnumSet.of(DispatcherType.REQUEST));
        ServletHolder app = new ServletHolder(bolt);
        app.setAsyncSupported(true);
        routes.addServlet(app, SLACK);
        return this;
    }

    /**
     * Says how the bot is.
     *
     * @param parts what must be well for work to be taken
     * @param processes who shares the work, in words
     */
    public WebServer health(List<Part> parts, Supplier<List<String>> processes) {
        routes.addServlet(new ServletHolder(new Health(List.of(), List::of)), "/health/live");
        routes.addServlet(new ServletHolder(new Health(parts, processes)), "/health/ready");
        return this;
    }

    public WebServer page(String path, String type, Supplier<String> text) {
        routes.addServlet(new ServletHolder(new TextPage(type, text)), path);
        return this;
    }

    /** Starts listening, and says where. */
    public URI start() throws Exception {
        server.start();
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort() + "/");
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
