package dev.muster.http;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets pages be read, and nothing else be done with them: any other method is the asker's mistake, and servlets answer those
 * that they do not know as if it were ours.
 */
final class KnownMethods extends Handler.Wrapper {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final String door;

    /** @param door the path that is no page, and answers for itself */
    KnownMethods(Handler routes, String door) {
        super(routes);
        this.door = door;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (READING.contains(request.getMethod()) || door.equals(Request.getPathInContext(request))) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        return true;
    }
}
