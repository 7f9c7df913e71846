package dev.muster.workspace.ui;

import dev.muster.workspace.api.Wire;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Answers only to its own loopback names, so that no foreign page can reach in by another; forbids foreign content. */
public final class HostGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private final transient Set<String> hosts;

    public HostGuard(int port) {
        hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        String host = request.getHeader("Host");
        if (host == null || !hosts.contains(host)) {
            Wire.text(response, 421, "This workspace answers to 127.0.0.1 and localhost only.");
            return;
        }
        chain.doFilter(request, response);
    }
}
