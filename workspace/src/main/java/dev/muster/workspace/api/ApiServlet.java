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
import java.util.concurrent.TimeUnit;

/** The door for Web API calls: tokens, faults, the call itself, the log. */
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
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

    /** What goes back, or that nothing does. */
    private record Reply(int status, ObjectNode body, int retryAfter, boolean dropped) {
        static Reply of(ObjectNode body) {
            return new Reply(200, body, 0, false);
        }
    }

    private Reply reply(String method, Incoming incoming) {
        Optional<String> objection = gate.objection(method, incoming.token());
        if (objection.isPresent()) {
            return Reply.of(Methods.refused(objection.get()));
        }
        int wait = faults.pacing().secondsToWait(method, world.stamps().now());
        if (wait > 0) {
            return limited(wait);
        }
        Optional<Fault> fault = faults.next(method, incoming.arguments());
        if (fault.isPresent() && fault.get().kind() != Kind.DROP_AFTER_ACTING) {
            return faulty(fault.get());
        }
        ObjectNode answer = methods.call(method, incoming.arguments());
        return new Reply(200, answer, 0, fault.isPresent());
    }

    private static Reply faulty(Fault fault) {
        return switch (fault.kind()) {
            case RATE_LIMIT -> limited(fault.number());
            case STATUS -> new Reply(fault.number(), Json.object(), 0, false);
            case DROP_BEFORE_ACTING -> new Reply(200, Json.object(), 0, true);
            default -> Reply.of(Methods.refused(fault.detail()));
        };
    }

    private static Reply limited(int seconds) {
        return new Reply(429, Methods.refused("ratelimited"), seconds, false);
    }

    private void log(Instant at, String method, Incoming incoming, Reply reply, long began) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        String error = reply.status() == 200 ? Methods.error(reply.body()).orElse("") : "http_" + reply.status();
        String said = reply.dropped() ? "connection_dropped" : error;
        Row.Exchange exchange = new Row.Exchange(incoming.arguments(), reply.body(), reply.status(), millis, 0, said);
        world.traffic().add(Row.of(at, Row.Kind.API, method, exchange));
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Reply reply) throws IOException {
        if (reply.dropped()) {
            Wire.cut(request);
        } else if (reply.status() == 200 || reply.status() == 429) {
            if (reply.retryAfter() > 0) {
                response.setHeader("Retry-After", Integer.toString(reply.retryAfter()));
            }
            Wire.json(response, reply.status(), reply.body());
        } else {
            Wire.text(response, reply.status(), "<html><body>Something went wrong.</body></html>");
        }
    }
}
