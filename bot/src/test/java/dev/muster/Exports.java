package dev.muster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.config.Settings;
import dev.muster.incident.Incident;
import dev.muster.incident.IncidentId;
import dev.muster.store.Database;
import dev.muster.store.JdbiIncidents;
import dev.muster.store.JdbiTimelines;
import dev.muster.store.Location;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Exported;
import dev.muster.timeline.Json;
import dev.muster.timeline.Row;
import dev.muster.timeline.Survey;
import dev.muster.timeline.Verification;
import dev.muster.timeline.export.Exporter;
import dev.muster.timeline.export.Format;
import dev.muster.timeline.export.Glance;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The timeline as others get it, read beside the running bot. */
final class Exports {

    private static final ObjectMapper json = new ObjectMapper();

    private Exports() {}

    static List<JsonNode> jsonLines(Settings settings, long number) {
        return reading(settings, timelines -> {
            Survey survey = new Survey();
            timelines.each(new IncidentId(number), survey::see);
            List<JsonNode> lines = new ArrayList<>();
            timelines.each(
                    new IncidentId(number),
                    row -> lines.add(parse(Json.write(Exported.of(row, survey.version(row), survey.isKey(row))))));
            return lines;
        });
    }

    /** As a file in some format. */
    static String text(Settings settings, long number, Format format) {
        IncidentId id = new IncidentId(number);
        StringBuilder text = new StringBuilder();
        try (Database database = open(settings)) {
            JdbiTimelines timelines = new JdbiTimelines(database, InstantSource.system());
            Chain head = timelines.head(id);
            Glance glance = new Glance();
            timelines.each(id, head, glance::see);
            Incident incident = new JdbiIncidents(database, InstantSource.system()).get(id);
            Exporter exporter = new Exporter(format, incident, glance, text);
            exporter.begin();
            timelines.each(id, head, exporter::row);
            exporter.end(head);
        }
        return text.toString();
    }

    /** As they are stored. */
    static List<Row> rows(Settings settings, long number) {
        return reading(settings, timelines -> {
            List<Row> rows = new ArrayList<>();
            timelines.each(new IncidentId(number), rows::add);
            return rows;
        });
    }

    /** The first bad row, if there is one. */
    static Optional<Long> verify(Settings settings, long number) {
        return reading(settings, timelines -> {
            Verification verification = new Verification();
            timelines.each(new IncidentId(number), verification::next);
            verification.end(timelines.head(new IncidentId(number)));
            return verification.firstBad();
        });
    }

    private static <T> T reading(Settings settings, Function<JdbiTimelines, T> work) {
        try (Database database = open(settings)) {
            return work.apply(new JdbiTimelines(database, InstantSource.system()));
        }
    }

    private static Database open(Settings settings) {
        Settings.Database at = settings.database();
        return Database.open(new Location(at.url(), at.user(), Optional.empty()));
    }

    private static JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
