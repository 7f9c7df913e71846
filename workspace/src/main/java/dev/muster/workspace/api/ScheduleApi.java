package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Draft;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.deed.Schedule;
import dev.muster.workspace.deed.Schedule.Appointment;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import java.util.List;
import java.util.Map;

/** What the bot wants to say later. */
final class ScheduleApi {
    private static final int LONGEST = 40_000;
    private final Deeds deeds;
    private final Schedule schedule;

    ScheduleApi(Deeds deeds) {
        this.deeds = deeds;
        this.schedule = deeds.schedule();
    }

    void addTo(Map<String, Method> methods) {
        methods.put("chat.scheduleMessage", this::add);
        methods.put("chat.deleteScheduledMessage", this::cancel);
        methods.put("chat.scheduledMessages.list", this::list);
    }

    private ObjectNode add(Args args) {
        Channel channel = Drafts.open(deeds, args);
        if (args.text("text").length() > LONGEST) {
            throw new Refusal("msg_too_long");
        }
        Draft draft = Drafts.whole(args);
        Appointment made = schedule.add(channel, draft, seconds(args.required("post_at"), "invalid_time"));
        ObjectNode answer = Json.object().put("channel", channel.id()).put("scheduled_message_id", made.id());
        ObjectNode message = answer.put("post_at", made.postAt()).putObject("message");
        message.put("text", draft.text()).put("bot_id", App.BOT_ID);
        message.put("type", "delayed_message").put("subtype", "bot_message");
        return answer;
    }

    private static long seconds(String text, String error) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(error);
        }
    }

    private ObjectNode cancel(Args args) {
        Channel channel = deeds.channel(args.required("channel"), App.BOT_USER);
        schedule.cancel(channel, args.required("scheduled_message_id"));
        return Json.object();
    }

    private ObjectNode list(Args args) {
        args.find("channel").ifPresent(id -> deeds.channel(id, App.BOT_USER));
        long oldest = args.find("oldest")
                .map(text -> seconds(text, "invalid_ts_oldest"))
                .orElse(0L);
        long latest = args.find("latest")
                .map(text -> seconds(text, "invalid_ts_latest"))
                .orElse(Long.MAX_VALUE);
        List<Appointment> found = schedule.all().stream()
                .filter(made ->
                        args.find("channel").map(made.channel().id()::equals).orElse(true))
                .filter(made -> made.postAt() >= oldest && made.postAt() <= latest)
                .toList();
        Page<Appointment> page = Page.of(found, args, 100, 100);
        ObjectNode answer = Json.object();
        answer.set(
                "scheduled_messages",
                Json.nodes(page.items().stream().map(ScheduleApi::json).toList()));
        page.writeCursor(answer);
        return answer;
    }

    private static ObjectNode json(Appointment made) {
        ObjectNode json = Json.object()
                .put("id", made.id())
                .put("channel_id", made.channel().id());
        json.put("post_at", made.postAt()).put("date_created", made.created());
        return json.put("text", made.draft().text());
    }
}
