package dev.muster.integrations.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Convening;
import dev.muster.incident.Declaring;
import dev.muster.incident.Finishing;
import dev.muster.incident.Incident;
import dev.muster.incident.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingFileTest {

    private static final Instant WHEN = Instant.parse("2026-12-01T14:00:00Z");

    private final MeetingFile file = new MeetingFile(URI.create("https://muster.example.com/"), () -> Samples.NOW);

    @Test
    void saysWhenAndWhatInUtc() {
        String text = invitation("Checkout; is, down\\ again ".repeat(5) + "🔥", 0);

        assertThat(text)
                .contains(
                        "UID:INC-42-postmortem@muster.example.com",
                        "DTSTART:20261201T140000Z",
                        "DTEND:20261201T144500Z",
                        "SEQUENCE:0",
                        "DTSTAMP:2026",
                        "Checkout\\; is\\, down\\\\ again");
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n ", ""))
                .as("as it reads")
                .contains("SUMMARY:Post-mortem of INC-42: Checkout\\; is\\, down\\\\ again Checkout")
                .contains("🔥\r\n", "blamed.\\nThe draft: /incident 42 postmortem\r\n");
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void replacesWhatItWasBeforeItWasMoved() {
        assertThat(invitation("Checkout", 2)).contains("SEQUENCE:2", "UID:INC-42-postmortem@");
    }

    private String invitation(String title, int moved) {
        Incident incident = over(title);
        for (int turn = moved; turn >= 0; turn--) {
            incident = Convening.meet(
                            incident, WHEN.minusSeconds(turn), Duration.ofMinutes(45), Samples.ANN, Samples.NOW)
                    .incident();
        }
        return file.invitation(incident, incident.conduct().meeting().orElseThrow());
    }

    private static Incident over(String title) {
        Incident declared = Declaring.declare(Samples.ID, Samples.declaration(title), Samples.NOW)
                .incident();
        return Finishing.resolve(declared, Optional.empty(), Samples.ANN, Samples.HANDBOOK, Samples.NOW, Samples.NOW)
                .incident();
    }
}
