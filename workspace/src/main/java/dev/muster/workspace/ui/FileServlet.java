package dev.muster.workspace.ui;

import dev.muster.workspace.api.Wire;
import dev.muster.workspace.state.World;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Gives out shared files, to keep and never to run. */
public final class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient World world;

    public FileServlet(World world) {
        this.world = world;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<byte[]> content = world.locked(() -> world.files().content(id));
        if (content.isEmpty()) {
            Wire.text(response, 404, "Not found.\n");
            return;
        }
        boolean isPicture = world.locked(() -> world.files().find(id))
                .filter(file -> file.path("mimetype").asText().equals("image/png"))
                .isPresent();
        response.setContentType(isPicture ? "image/png" : "text/plain; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment");
        response.setHeader("Content-Security-Policy", "sandbox");
        response.getOutputStream().write(content.get());
    }
}
