package dev.muster.command;

import dev.muster.incident.ChannelId;
import dev.muster.incident.IncidentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions of a verb, with the answers that are known already.
 *
 * @param channel where it was asked for
 */
public record Form(
        String verb,
        String title,
        String submit,
        Optional<IncidentId> incident,
        ChannelId channel,
        List<Field> fields,
        Map<String, String> filled) {

    public Form {
        fields = List.copyOf(fields);
        filled = Map.copyOf(filled);
    }
}
