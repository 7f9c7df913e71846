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
import java.util.Optional;
import java.util.function.Supplier;

/** Says whether all is well, part by part: 200 if it is, 503 if it is not; and who shares the work. */
final class Health extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper json = new ObjectMapper();

    private final transient List<Part> parts;
    private final transient Supplier<List<String>> processes;

    Health(List<Part> parts, Supplier<List<String>> processes) {
        this.parts = List.copyOf(parts);
        this.processes = processes;
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
        Map<String, Object> said = new LinkedHashMap<>(Map.of("status", well ? "ok" : "trouble", "parts", states));
        names().ifPresent(names -> said.put("processes", names));
        json.writeValue(response.getOutputStream(), said);
    }

    /** Nothing where nobody knows, as while the database cannot be asked. */
    private Optional<List<String>> names() {
        try {
            return Optional.of(processes.get()).filter(names -> !names.isEmpty());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
