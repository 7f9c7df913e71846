package dev.muster.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.desk.Part;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says whether all is well, part by part: 200 if it is, 503 if it is not. */
final class Health extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper json = new ObjectMapper();

    private final transient List<Part> parts;

    Health(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> states = new LinkedHashMap<>();
        parts.forEach(part -> {
            String trouble = part.trouble();
            states.put(part.name(), trouble.isEmpty() ? "ok" : trouble);
        });
        boolean well = states.values().stream().allMatch("ok"::equals);
        response.setStatus(well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), Map.of("status", well ? "ok" : "trouble", "parts", states));
    }
}
