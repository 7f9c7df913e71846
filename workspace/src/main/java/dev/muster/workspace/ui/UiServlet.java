package dev.muster.workspace.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.api.Wire;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.people.People;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The door for the page's own calls. */
public final class UiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Reads reads;
    private final transient Acts acts;

    public UiServlet(Deeds deeds, People people, double speed) {
        reads = new Reads(deeds, people, speed);
        acts = new Acts(deeds, people);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(response, reads.read(name(request), request));
        } catch (Refusal no) {
            Wire.json(response, 400, Acts.failed(no.error()));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!isFromPage(request)) {
            Wire.json(response, 403, Acts.failed("not_from_the_page"));
            return;
        }
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Optional<ObjectNode> given = Json.readObject(body);
        if (given.isEmpty()) {
            Wire.json(response, 400, Acts.failed("invalid_json"));
            return;
        }
        answer(response, acts.act(name(request), given.get()));
    }

    /** A form on a foreign page can send neither this header nor this type. */
    private static boolean isFromPage(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        return "1".equals(request.getHeader("X-Workspace")) && type.startsWith("application/json");
    }

    private static String name(HttpServletRequest request) {
        return Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    }

    private static void answer(HttpServletResponse response, Optional<ObjectNode> answer) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (answer.isEmpty()) {
            Wire.json(response, 404, Acts.failed("unknown_route"));
        } else {
            Wire.json(response, 200, answer.get());
        }
    }
}
