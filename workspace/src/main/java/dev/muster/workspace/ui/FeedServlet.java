package dev.muster.workspace.ui;

import dev.muster.workspace.api.Wire;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.state.World;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The door for pages that stay open: server-sent events. */
public final class FeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final long PING_SECONDS = 15;
    private final transient World world;
    private final transient Feed feed;

    public FeedServlet(World world, Feed feed) {
        this.world = world;
        this.feed = feed;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String as = Optional.ofNullable(request.getParameter("as")).orElse("");
        Listener listener;
        try {
            listener = world.locked(() -> feed.listen(Reads.person(world, as).id()));
        } catch (Refusal no) {
            Wire.json(response, 400, Acts.failed(no.error()));
            return;
        }
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        try {
            stream(listener, response.getOutputStream());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            feed.leave(listener);
        }
    }

    private static void stream(Listener listener, OutputStream out) throws IOException, InterruptedException {
        while (!listener.hasEnded()) {
            String line =
                    listener.next(PING_SECONDS).map(said -> "data: " + said).orElse(": ping");
            out.write((line + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
