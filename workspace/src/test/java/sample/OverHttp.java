package sample;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An app that is called by HTTP. Its address is known before it starts. */
final class OverHttp implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    OverHttp() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        connector.open();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/slack/events");
    }

    void start(App app) throws Exception {
        ServletContextHandler doors = new ServletContextHandler("/");
        doors.addServlet(new ServletHolder(new SlackAppServlet(app)), "/slack/events");
        server.setHandler(doors);
        app.start();
        server.start();
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
