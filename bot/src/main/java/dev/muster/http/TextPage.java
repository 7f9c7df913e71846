package dev.muster.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A page of text, made anew for each reader. */
final class TextPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient Supplier<String> text;

    TextPage(String type, Supplier<String> text) {
        this.type = type;
        this.text = text;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(text.get().getBytes(StandardCharsets.UTF_8));
    }
}
