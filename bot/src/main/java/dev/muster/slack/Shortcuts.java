package dev.muster.slack;

import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.response.Response;
import dev.muster.command.CommandLine;
import dev.muster.command.Reply;
import dev.muster.command.Said;
import dev.muster.desk.People;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Labels;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.timeline.Times;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** The shortcuts: declare from anywhere or from a message, and make something of a message. */
public final class Shortcuts {

    private static final Pattern ANY = Pattern.compile("^[\\s\\S]*$");
    private static final int TITLE = 150;

    private final CommandLine commands;
    private final People people;
    private final Answers answers;
    private final InstantSource clock;

    public Shortcuts(CommandLine commands, People people, Answers answers, InstantSource clock) {
        this.commands = commands;
        this.people = people;
        this.answers = answers;
        this.clock = clock;
    }

    App register(App app) {
        return app.globalShortcut(ANY, this::anywhere).messageShortcut(ANY, this::onMessage);
    }

    private Response anywhere(GlobalShortcutRequest request, GlobalShortcutContext ctx) {
        GlobalShortcutPayload payload = request.getPayload();
        if (payload.getCallbackId().equals("incident_new")) {
            String user = payload.getUser().getId();
            declare(user, payload.getTriggerId());
        }
        return ctx.ack();
    }

    private void declare(String user, String triggerId) {
        try {
            Said said = said(user, user, "", triggerId);
            answers.ask(commands.form("declare", Optional.empty(), said), user, triggerId, null, null);
        } catch (Refusal refusal) {
            answers.tell(Reply.no(refusal), new UserId(user));
        }
    }

    private Response onMessage(MessageShortcutRequest request, MessageShortcutContext ctx) {
        MessageShortcutPayload payload = request.getPayload();
        String text = Optional.ofNullable(payload.getMessage().getText()).orElse("");
        try {
            switch (payload.getCallbackId()) {
                case "timeline_add" -> note(payload, text);
                case "timeline_redact" -> ask(payload, "redact", ref(payload));
                case "action_new" -> ask(payload, "action", text);
                case "incident_from_message" ->
                    ask(payload, "declare", cut(text.replaceAll("\\s+", " ")) + labels(text));
                default ->
                    answers.tell(
                            Reply.tell("I do not know that shortcut. Nothing was changed."),
                            user(payload),
                            payload.getResponseUrl());
            }
        } catch (Refusal refusal) {
            answers.tell(Reply.no(refusal), user(payload), payload.getResponseUrl());
        }
        return ctx.ack();
    }

    /** A message becomes a key moment of its own, at its own time, once. */
    private void note(MessageShortcutPayload payload, String text) {
        if (text.isBlank()) {
            throw new Refusal("That message has no text. Nothing was written. Say what it shows: `/incident note …`.");
        }
        String ts = payload.getMessageTs();
        String at = Times.of(ts, ts).toString();
        Said said = said(
                user(payload),
                payload.getChannel().getId(),
                "note " + ref(payload) + " " + at + " " + text,
                "timeline_add:" + ts);
        answers.tell(commands.run(said), user(payload), payload.getResponseUrl());
    }

    private static String ref(MessageShortcutPayload payload) {
        return "ref:" + payload.getChannel().getId() + "/" + payload.getMessageTs();
    }

    private void ask(MessageShortcutPayload payload, String verb, String words) {
        Said said = said(user(payload), payload.getChannel().getId(), words, payload.getTriggerId());
        answers.ask(
                commands.form(verb, Optional.empty(), said),
                user(payload),
                payload.getTriggerId(),
                payload.getResponseUrl(),
                verb + " " + words);
    }

    /** A message of an alert says more than a title. */
    private static String labels(String text) {
        String labels = Labels.in(text).replace("\"", "");
        return labels.isEmpty() ? "" : " --labels \"" + labels + "\"";
    }

    private static String user(MessageShortcutPayload payload) {
        return payload.getUser().getId();
    }

    private static String cut(String text) {
        int[] points = text.codePoints().limit(TITLE).toArray();
        return new String(points, 0, points.length);
    }

    private Said said(String user, String channel, String words, String origin) {
        return new Said(people.get(new UserId(user)), new ChannelId(channel), words, origin, clock.instant());
    }
}
