package dev.muster.workspace;

import dev.muster.workspace.api.ApiServlet;
import dev.muster.workspace.api.FaultPlan;
import dev.muster.workspace.api.Methods;
import dev.muster.workspace.api.ResponseServlet;
import dev.muster.workspace.api.UploadServlet;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.people.People;
import dev.muster.workspace.push.SocketServer;
import dev.muster.workspace.push.SocketTarget;
import dev.muster.workspace.ui.Feed;
import dev.muster.workspace.ui.FeedServlet;
import dev.muster.workspace.ui.FileServlet;
import dev.muster.workspace.ui.HostGuard;
import dev.muster.workspace.ui.PageServlet;
import dev.muster.workspace.ui.UiServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The web server: which door leads where. */
final class Web implements AutoCloseable {
    private static final int LARGEST_FORM = 4 << 20;
    private final Server server = new Server(new QueuedThreadPool(96, 4));
    private final ServerConnector connector;
    private Optional<Feed> feed = Optional.empty();

    /** What the doors lead to. */
    record Parts(Deeds deeds, People people, FaultPlan faults, SocketTarget sockets, SocketServer socketServer) {}

    /** Takes the port at once, so that the address is known before anything is built on it. */
    Web(int port) {
        HttpConfiguration plain = new HttpConfiguration();
        plain.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(plain));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(120_000);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("opening port " + port, e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/";
    }

    void open(Parts parts, String botToken, String appToken, double speed) {
        ServletContextHandler doors = new ServletContextHandler("/");
        doors.setMaxFormContentSize(LARGEST_FORM);
        doors.addFilter(
                new FilterHolder(new HostGuard(connector.getLocalPort())), "/*", EnumSet.of(DispatcherType.REQUEST));
        addApi(doors, parts, botToken, appToken);
        addPage(doors, parts, speed);
        server.setHandler(doors);
    }

    private void addApi(ServletContextHandler doors, Parts parts, String botToken, String appToken) {
        Methods methods =
                new Methods(parts.deeds(), parts.faults().paging(), url(), parts.sockets(), parts.socketServer());
        add(doors, "/api/*", new ApiServlet(parts.deeds().world(), methods, parts.faults(), botToken, appToken));
        add(doors, "/response/*", new ResponseServlet(parts.deeds(), parts.faults()));
        add(doors, "/upload/*", new UploadServlet(parts.deeds().world()));
    }

    private void addPage(ServletContextHandler doors, Parts parts, double speed) {
        Feed pages = new Feed(parts.deeds().world());
        feed = Optional.of(pages);
        add(doors, "/ui/events", new FeedServlet(parts.deeds().world(), pages));
        add(doors, "/ui/*", new UiServlet(parts.deeds(), parts.people(), speed));
        add(doors, "/files/*", new FileServlet(parts.deeds().world()));
        add(doors, "/", new PageServlet());
    }

    private static void add(ServletContextHandler doors, String path, HttpServlet servlet) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.getRegistration().setMultipartConfig(new MultipartConfigElement(System.getProperty("java.io.tmpdir")));
        doors.addServlet(holder, path);
    }

    void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("starting the workspace at " + url(), e);
        }
    }

    @Override
    public void close() {
        feed.ifPresent(Feed::close);
        try {
            server.stop();
            connector.close();
        } catch (Exception e) {
            throw new IllegalStateException("stopping the workspace at " + url(), e);
        }
    }
}
