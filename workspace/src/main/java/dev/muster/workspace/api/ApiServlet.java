package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.api.FaultPlan.Fault;
import dev.muster.workspace.api.FaultPlan.Kind;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The door for Web API calls: tokens, faults, the call itself, the log. */
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<Kind> AFTER_ACTING = Set.of(Kind.DROP_AFTER_ACTING, Kind.CUT_SHORT_AFTER_ACTING);
    private final transient World world;
    private final transient Methods methods;
    private final transient FaultPlan faults;
    private final transient Gate gate;

    public ApiServlet(World world, Methods methods, FaultPlan faults, String botToken, String appToken) {
        this.world = world;
        this.methods = methods;
        this.faults = faults;
        gate = new Gate(botToken, appToken);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (faults.isDown()) {
            Wire.cut(request);
            return;
        }
        String method = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Incoming incoming = Incoming.read(request);
        if (incoming.hasRealToken()) {
            Wire.json(response, 200, Methods.refused("real_token_refused"));
            return;
        }
        long began = System.nanoTime();
        Instant at = world.stamps().now();
        Wire.pause(faults.delayOf(method));
        Reply reply = reply(method, incoming);
        log(at, method, incoming, reply, began);
        if (!world.scopes().isEmpty()) {
            response.setHeader("x-oauth-scopes", world.scopes());
        }
        send(request, response, reply);
    }

    /** How the answer goes back, if it does. */
    private enum Way {
        JSON,
        HTML,
        CUT_SHORT,
        DROPPED
    }

    /** What goes back. */
    private record Reply(int status, ObjectNode body, Way way, int retryAfter) {
        static Reply of(ObjectNode body) {
            return new Reply(200, body, Way.JSON, 0);
        }
    }

    private Reply reply(String method, Incoming incoming) {
        Optional<String> objection = gate.objection(method, incoming.token());
        if (objection.isPresent()) {
            return Reply.of(Methods.refused(objection.get()));
        }
        int wait = faults.pacing()
                .secondsToWait(
                        method,
                        incoming.arguments().path("channel").asText(),
                        world.stamps().now());
        if (wait > 0) {
            return limited(wait);
        }
        Optional<Fault> fault = faults.next(method, incoming.arguments());
        if (fault.isPresent() && !AFTER_ACTING.contains(fault.get().kind())) {
            return faulty(fault.get());
        }
        ObjectNode answer = methods.call(method, incoming.arguments());
        return fault.map(after -> spoilt(after, answer)).orElseGet(() -> Reply.of(answer));
    }

    /** It was done; only the answer does not arrive as it should. */
    private static Reply spoilt(Fault fault, ObjectNode answer) {
        return fault.kind() == Kind.DROP_AFTER_ACTING
                ? new Reply(200, answer, Way.DROPPED, 0)
                : new Reply(200, answer, Way.CUT_SHORT, 0);
    }

    private static Reply faulty(Fault fault) {
        return switch (fault.kind()) {
            case RATE_LIMIT -> limited(fault.number());
            case STATUS -> new Reply(fault.number(), Json.object(), Way.HTML, 0);
            case DROP_BEFORE_ACTING -> new Reply(200, Json.object(), Way.DROPPED, 0);
            case REFUSAL -> Reply.of(refused(fault.detail()));
            default -> Reply.of(Methods.refused(fault.detail()));
        };
    }

    private static Reply limited(int seconds) {
        return new Reply(429, Methods.refused("ratelimited"), Way.JSON, seconds);
    }

    private static ObjectNode refused(String json) {
        return Json.readObject(json).orElseThrow().put("ok", false);
    }

    private void log(Instant at, String method, Incoming incoming, Reply reply, long began) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Row.Exchange exchange =
                new Row.Exchange(incoming.arguments(), reply.body(), reply.status(), millis, 0, error(reply));
        world.traffic().add(Row.of(at, Row.Kind.API, method, exchange));
    }

    private static String error(Reply reply) {
        return switch (reply.way()) {
            case DROPPED -> "connection_dropped";
            case CUT_SHORT -> "answer_cut_short";
            case HTML -> "http_" + reply.status();
            case JSON -> reply.status() == 200 ? Methods.error(reply.body()).orElse("") : "http_" + reply.status();
        };
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Reply reply) throws IOException {
        if (reply.retryAfter() > 0) {
            response.setHeader("Retry-After", Integer.toString(reply.retryAfter()));
        }
        switch (reply.way()) {
            case DROPPED -> Wire.cut(request);
            case HTML -> Wire.html(response, reply.status());
            case CUT_SHORT -> Wire.half(response, reply.body());
            case JSON -> Wire.json(response, reply.status(), reply.body());
        }
    }
}
