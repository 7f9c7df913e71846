package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What only one person can see. */
public final class Ephemerals {
    /** One such message, with its channel and its reader. */
    public record Whisper(String channel, String reader, ObjectNode json) {
        public String ts() {
            return json.path("ts").asText();
        }
    }

    private final List<Whisper> whispers = new ArrayList<>();

    public void add(Whisper whisper) {
        whispers.add(whisper);
    }

    public void remove(Whisper whisper) {
        whispers.remove(whisper);
    }

    void rekey(String before, String now) {
        whispers.replaceAll(whisper ->
                whisper.channel().equals(before) ? new Whisper(now, whisper.reader(), whisper.json()) : whisper);
    }

    public List<Whisper> of(String reader) {
        return whispers.stream()
                .filter(whisper -> whisper.reader().equals(reader))
                .toList();
    }

    public Optional<Whisper> find(String channel, String ts) {
        return whispers.stream()
                .filter(whisper ->
                        whisper.channel().equals(channel) && whisper.ts().equals(ts))
                .findFirst();
    }
}
