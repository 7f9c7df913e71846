package dev.muster.workspace.ui;

import dev.muster.workspace.api.Wire;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page. */
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOLDER = "/dev/muster/workspace/page";
    private static final Pattern PATH = Pattern.compile("(/[a-zA-Z0-9_-][a-zA-Z0-9._-]*)+");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "json", "application/json; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.startsWith("/archives/")) {
            String query = request.getQueryString();
            response.sendRedirect("/#" + path.substring(1) + (query == null ? "" : "?" + query));
            return;
        }
        String file = path.equals("/") ? "/index.html" : path;
        try (InputStream content = open(file)) {
            if (content == null) {
                absent(response, path);
                return;
            }
            response.setContentType(TYPES.getOrDefault(ending(file), "application/octet-stream"));
            response.setHeader("Cache-Control", "no-cache");
            content.transferTo(response.getOutputStream());
        }
    }

    private static @Nullable InputStream open(String file) {
        boolean known = file.equals("/index.html") || file.startsWith("/assets/");
        return known && PATH.matcher(file).matches() ? PageServlet.class.getResourceAsStream(FOLDER + file) : null;
    }

    private static void absent(HttpServletResponse response, String path) throws IOException {
        boolean front = path.equals("/");
        Wire.text(
                response, front ? 200 : 404, front ? "Muster workspace. The page is not built in.\n" : "Not found.\n");
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1);
    }
}
