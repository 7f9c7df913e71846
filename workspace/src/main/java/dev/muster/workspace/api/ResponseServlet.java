package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.ResponseUrls;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The door for what the bot says through a response URL. */
public final class ResponseServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "response_url";
    private final transient World world;
    private final transient Deeds deeds;
    private final transient FaultPlan faults;

    public ResponseServlet(Deeds deeds, FaultPlan faults) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.faults = faults;
    }

    /** What goes back as plain words. */
    private record Said(int status, String words) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (faults.isDown()) {
            Wire.cut(request);
            return;
        }
        long began = System.nanoTime();
        Instant at = world.stamps().now();
        String id = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode answer = Json.read(body).orElseGet(() -> TextNode.valueOf(body));
        Wire.pause(faults.delayOf(NAME));
        Said said = faults.only(NAME)
                .map(fault -> new Said(fault.number() == 0 ? 404 : fault.number(), fault.detail()))
                .orElseGet(() -> world.locked(() -> show(id, answer)));
        log(at, answer, said, began);
        Wire.text(response, said.status(), said.words());
    }

    private Said show(String id, JsonNode answer) {
        if (!answer.isObject()) {
            return new Said(400, "invalid_payload");
        }
        ResponseUrls.Use use = world.responseUrls().use(id);
        if (use.grant().isEmpty()) {
            return new Said(404, use.error());
        }
        try {
            deeds.answers().show(use.grant().get(), answer);
            return new Said(200, "ok");
        } catch (Refusal unfit) {
            return new Said(400, unfit.error());
        }
    }

    private void log(Instant at, JsonNode answer, Said said, long began) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        String error = said.status() == 200 ? "" : said.words();
        Row.Exchange exchange =
                new Row.Exchange(answer, TextNode.valueOf(said.words()), said.status(), millis, 0, error);
        world.traffic().add(Row.of(at, Row.Kind.RESPONSE_URL, NAME, exchange));
    }
}
