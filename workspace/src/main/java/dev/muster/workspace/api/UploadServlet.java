package dev.muster.workspace.api;

import dev.muster.workspace.state.Files;
import dev.muster.workspace.state.World;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes the bytes of an announced file. */
public final class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient World world;

    public UploadServlet(World world) {
        this.world = world;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String id = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<Files.Upload> upload = world.locked(() -> world.files().upload(id));
        if (upload.isEmpty()) {
            Wire.text(response, 404, "unknown upload");
            return;
        }
        byte[] content = content(request);
        if (content.length != upload.get().length()) {
            Wire.text(response, 400, "expected " + upload.get().length() + " bytes, got " + content.length);
            return;
        }
        world.locked(() -> {
            world.files().content(id, content);
            return true;
        });
        Wire.text(response, 200, "OK - " + content.length);
    }

    private static byte[] content(HttpServletRequest request) throws IOException, ServletException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (!type.startsWith("multipart/form-data")) {
            return request.getInputStream().readAllBytes();
        }
        for (Part part : request.getParts()) {
            try (InputStream bytes = part.getInputStream()) {
                return bytes.readAllBytes();
            }
        }
        return new byte[0];
    }
}
