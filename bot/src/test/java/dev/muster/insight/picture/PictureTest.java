package dev.muster.insight.picture;

import static dev.muster.insight.WeeklyTest.one;
import static dev.muster.insight.WeeklyTest.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Severity;
import dev.muster.insight.Case;
import dev.muster.insight.picture.Chart.Column;
import dev.muster.insight.picture.Chart.Strip;
import dev.muster.review.Span;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    private static final List<Case> CASES = List.of(
            one(1, "2026-11-17T10:00:00Z", Severity.SEV1, 20),
            one(2, "2026-11-18T10:00:00Z", Severity.SEV3, 40),
            one(3, "2026-11-18T11:00:00Z", Severity.SEV3, 50),
            one(4, "2026-11-10T10:00:00Z", Severity.SEV2, 60));

    @Test
    void drawsEachWeekBySeverityAndEachIncidentAsAPoint() {
        Chart chart = Chart.of(weekly(CASES));

        assertThat(chart.columns()).hasSize(8);
        assertThat(chart.columns().get(7)).isEqualTo(new Column("16 Nov", Map.of(Severity.SEV1, 1, Severity.SEV3, 2)));
        assertThat(chart.columns().get(6)).isEqualTo(new Column("9 Nov", Map.of(Severity.SEV2, 1)));
        assertThat(chart.columns().subList(0, 6)).allMatch(column -> column.total() == 0);
        assertThat(chart.strips()).extracting(Strip::span).containsExactly(Span.MITIGATION, Span.RECOVERY);
        assertThat(chart.strips().get(1).took().millis())
                .containsExactly(20 * 60_000L, 40 * 60_000L, 50 * 60_000L, 60 * 60_000L);
    }

    @Test
    void saysInWordsWhatCanBeSeen() {
        assertThat(Chart.of(weekly(CASES)).words())
                .startsWith("Incidents of the last 8 weeks: 4 declared from 28 Sep to 22 Nov 2026")
                .contains("2 Nov: none; 9 Nov: 1 (sev2 1); 16 Nov: 3 (sev1 1, sev3 2).")
                .contains("Time to mitigate (T0 impact began → T3 mitigated): n = 0: of none is it known.")
                .endsWith(
                        "Time to restore (T0 impact began → T4 restored): n = 4, median 45 min, p90 only from 10 on, from 20 min to 1 h.")
                .doesNotContain("mean");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 60, 2000})
    void drawsAnyNumber(int count) throws IOException {
        List<Case> cases = IntStream.rangeClosed(1, count)
                .mapToObj(number -> one(
                        number,
                        "2026-1%d-%02dT10:00:00Z".formatted(number % 2, 1 + number % 22),
                        SEVERITIES.get(number % 3),
                        1L + number * number % 9000))
                .toList();
        Chart chart = Chart.of(weekly(cases));

        assertThat(colours(Picture.png(chart))).hasSizeGreaterThan(20);
        assertThat(chart.words()).hasSizeLessThan(1000);
    }

    @Test
    void looksOtherwiseWhenOtherThingsHappened() {
        byte[] before = Picture.png(Chart.of(weekly(CASES)));

        assertThat(Picture.png(Chart.of(weekly(CASES.subList(1, 4))))).isNotEqualTo(before);
        assertThat(Picture.png(Chart.of(weekly(CASES)))).isEqualTo(before);
    }

    /** What is too long is made smaller, and cut if need be; it is never written over its neighbour. */
    @Test
    void keepsLongLabelsInTheirPlace() throws IOException {
        String endless = "Øresund-Ærø-Zürich ".repeat(30);
        List<Column> columns = new ArrayList<>();
        IntStream.range(0, 8).forEach(number -> columns.add(new Column(endless, Map.of(Severity.SEV2, 123_456_789))));

        BufferedImage image = image(Picture.png(new Chart(endless, endless, columns, List.of())));

        int white = 0xFFFFFFFF;
        assertThat(IntStream.range(0, Picture.HEIGHT)).allMatch(y -> image.getRGB(Picture.WIDTH - 5, y) == white);
        assertThat(IntStream.range(100, Picture.HEIGHT)).allMatch(y -> image.getRGB(730, y) == white);
    }

    private static BufferedImage image(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(Picture.WIDTH);
        assertThat(image.getHeight()).isEqualTo(Picture.HEIGHT);
        return image;
    }

    private static Set<Integer> colours(byte[] png) throws IOException {
        BufferedImage image = image(png);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
