package dev.muster.slack;

import dev.muster.slack.Intake.Answer;
import dev.muster.timeline.Fields;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for everything that Slack sends: caps it, checks its signature over the raw bytes, keeps events durably
 * before it says so, and lets commands and interactivity through to Bolt. Bodies are never logged.
 */
public final class Ingress implements Filter {

    private static final Logger log = LoggerFactory.getLogger(Ingress.class);

    /** A message of 40,000 characters stands about four times in its own edit, at up to 12 bytes each. */
    private static final int LARGEST = 3 * 1024 * 1024;

    private static final int SHORT = 1000;
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE = "X-Slack-Signature";

    private final Signature signature;
    private final Intake intake;
    private final InstantSource clock;

    public Ingress(Signature signature, Intake intake, InstantSource clock) {
        this.signature = signature;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain bolt)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!asked.getMethod().equals("POST")) {
            answer.setHeader("Allow", "POST");
            answer.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (asked.getContentLengthLong() > LARGEST) {
            tooLarge(answer);
            return;
        }
        boolean plausible = signature.isPlausible(header(asked, TIMESTAMP), header(asked, SIGNATURE), clock.instant());
        if (!plausible && !isShortForm(asked)) {
            answer.setHeader("Connection", "close");
            answer.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        byte[] body = asked.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            tooLarge(answer);
        } else if (signature.isValid(header(asked, TIMESTAMP), header(asked, SIGNATURE), body, clock.instant())) {
            admit(asked, answer, body, bolt);
        } else {
            answer.setStatus(isSslCheck(asked, body) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private void admit(HttpServletRequest asked, HttpServletResponse answer, byte[] body, FilterChain bolt)
            throws IOException, ServletException {
        String text = new String(body, StandardCharsets.UTF_8);
        if (isForm(asked)) {
            form(asked, answer, body, text, bolt);
            return;
        }
        Optional<Fields> json = JsonBody.parse(text);
        if (json.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        CompletableFuture<Answer> said = intake.take(json.get(), text);
        if (said.isDone()) {
            say(said.join(), answer);
        } else {
            sayLater(said, answer, asked.startAsync());
        }
    }

    private static void say(Answer said, HttpServletResponse answer) throws IOException {
        answer.setStatus(said.status());
        answer.setContentType("text/plain;charset=utf-8");
        answer.getOutputStream().write(said.body().getBytes(StandardCharsets.UTF_8));
    }

    /** No thread waits until the event is durable. The answer has no body, so that whoever completes it does not either. */
    private static void sayLater(CompletableFuture<Answer> said, HttpServletResponse answer, AsyncContext open) {
        open.setTimeout(0);
        said.thenAccept(given -> {
            answer.setStatus(given.status());
            open.complete();
        });
    }

    private static void form(
            HttpServletRequest asked, HttpServletResponse answer, byte[] body, String text, FilterChain bolt)
            throws IOException, ServletException {
        FormBody form = FormBody.parse(text);
        if (form.has("ssl_check")) {
            answer.setStatus(HttpServletResponse.SC_OK);
        } else if (form.isForBolt()) {
            try {
                bolt.doFilter(new Replayed(asked, body), answer);
            } catch (RuntimeException e) {
                log.error("Bolt could not read a signed request", e);
                answer.reset();
                answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
        } else {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static String header(HttpServletRequest asked, String name) {
        return Optional.ofNullable(asked.getHeader(name)).orElse("");
    }

    /** Slack checks certificates without a signature; there is nothing in it to act on. */
    private static boolean isSslCheck(HttpServletRequest asked, byte[] body) {
        return isShortForm(asked)
                && FormBody.parse(new String(body, StandardCharsets.UTF_8)).isSslCheck();
    }

    /** The only kind of body that is read without a signature that could be right. */
    private static boolean isShortForm(HttpServletRequest asked) {
        long length = asked.getContentLengthLong();
        return isForm(asked) && length >= 0 && length < SHORT;
    }

    /** As the header says it: whoever asks for the type has its charset looked up, which need not exist. */
    private static boolean isForm(HttpServletRequest asked) {
        return header(asked, "Content-Type").startsWith("application/x-www-form-urlencoded");
    }

    private static void tooLarge(HttpServletResponse answer) {
        answer.setHeader("Connection", "close");
        answer.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
}
