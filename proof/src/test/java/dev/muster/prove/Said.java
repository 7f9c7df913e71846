package dev.muster.prove;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.Person;
import dev.muster.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One message of the bot's, as Slack has it.
 *
 * @param key which promise it keeps, and when that was due; empty if none
 */
record Said(String channel, Instant at, String key, String text) {

    private static final Pattern DEED = Pattern.compile("Deed \\d+\\.");

    private static Said of(String channel, JsonNode message) {
        String[] stamp = message.path("ts").asText().split("\\.");
        return new Said(
                channel,
                Instant.ofEpochSecond(Long.parseLong(stamp[0]), Long.parseLong(stamp[1]) * 1000),
                message.at("/metadata/event_payload/key").asText(),
                message.path("text").asText());
    }

    /** All that was said in a channel, oldest first. */
    static List<Said> in(Workspace workspace, String channel) {
        return workspace.messages(channel).stream()
                .map(message -> of(channel, message))
                .toList();
    }

    /** All that was said to somebody in person, oldest first. */
    static List<Said> to(Workspace workspace, Person person) {
        return workspace.dms(person.handle()).stream()
                .map(message -> of("@" + person.handle(), message))
                .toList();
    }

    /** All that keeps a promise, wherever it was said. */
    static List<Said> promised(Workspace workspace) {
        Stream<Said> inChannels = workspace.channels().stream()
                .flatMap(channel -> in(workspace, channel.path("id").asText()).stream());
        Stream<Said> inPerson = workspace.people().stream().flatMap(person -> to(workspace, person).stream());
        return Stream.concat(inChannels, inPerson)
                .filter(said -> !said.key.isEmpty())
                .toList();
    }

    /** The names of the deeds that it reminds of: one message may remind of several. */
    Stream<String> deeds() {
        return key.contains("/REMIND/") ? DEED.matcher(text).results().map(MatchResult::group) : Stream.empty();
    }

    /** How long after it was due; a card and its like are due whenever they change. */
    Duration late() {
        String due = key.substring(key.lastIndexOf('/') + 1);
        return due.matches("\\d{13}") ? Duration.between(Instant.ofEpochMilli(Long.parseLong(due)), at) : Duration.ZERO;
    }
}
