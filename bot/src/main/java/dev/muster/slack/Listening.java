package dev.muster.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Action;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload.Container;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.ViewState;
import dev.muster.command.CommandLine;
import dev.muster.command.Reply;
import dev.muster.command.Said;
import dev.muster.incident.ChannelId;
import dev.muster.incident.IncidentId;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.slack.view.FormView.Memory;
import dev.muster.slack.view.Message;
import dev.muster.slack.view.NoticeView;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people type, press and fill in, handed to the command line; nothing here knows what it means. The answer is given
 * without asking Slack anything: whatever needs a call of Slack's is done afterwards.
 */
public final class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    private static final Reply STRANGERS =
            Reply.tell("Only people of this workspace can do that. Nothing was changed.");
    private static final Pattern ANY = Pattern.compile("^[\\s\\S]*$");

    private final CommandLine commands;
    private final Directory people;
    private final Answers answers;
    private final Shortcuts shortcuts;
    private final InstantSource clock;

    public Listening(
            CommandLine commands, Directory people, Answers answers, Shortcuts shortcuts, InstantSource clock) {
        this.commands = commands;
        this.people = people;
        this.answers = answers;
        this.shortcuts = shortcuts;
        this.clock = clock;
    }

    /** The app as Bolt runs it. The signature has been checked, and whose token it is is not asked of Slack. */
    public App app(Web web) {
        AppConfig config = AppConfig.builder()
                .slack(web.slack())
                .singleTeamBotToken(web.token())
                .signingSecret("checked before")
                .unmatchedRequestHandler(request -> {
                    log.warn("nothing listens to a request of type {}", request.getRequestType());
                    return Response.ok();
                })
                .build();
        List<Middleware> inOrder = new ArrayList<>();
        inOrder.add((request, response, chain) -> {
            request.getContext().setBotToken(web.token());
            return chain.next(request);
        });
        return shortcuts.register(register(new App(config, web.slack(), inOrder)));
    }

    /** Goes through a command once, so that the first person after a start does not wait for classes to load. */
    public void warmUp(App app) {
        try {
            String body = "command=%2Fincident&text=help&user_id=U0&channel_id=C0&team_id=T0&trigger_id=warm-up";
            app.run(new SlashCommandRequest(body, new RequestHeaders(Map.of())));
        } catch (Exception e) { // Bolt declares nothing narrower.
            log.info("the first command will be slower: {}", e.toString());
        }
    }

    private App register(App app) {
        return app.command(ANY, this::command)
                .blockAction(ANY, this::pressed)
                .viewSubmission(ANY, this::submitted)
                .viewClosed(ANY, (request, ctx) -> ctx.ack())
                .blockSuggestion(ANY, (request, ctx) -> ctx.ack(r -> r.options(List.of())));
    }

    private Response command(SlashCommandRequest request, SlashCommandContext ctx) {
        SlashCommandPayload payload = request.getPayload();
        Reply reply = commands.run(said(
                payload.getUserId(),
                payload.getChannelId(),
                Optional.ofNullable(payload.getText()).orElse(""),
                payload.getTriggerId()));
        if (reply instanceof Reply.Ask ask) {
            answers.ask(
                    ask.form(),
                    payload.getUserId(),
                    payload.getTriggerId(),
                    payload.getResponseUrl(),
                    payload.getText());
            return ctx.ack();
        }
        Message message = answers.message(reply);
        return ctx.ack(SlashCommandResponse.builder()
                .responseType("ephemeral")
                .text(message.text())
                .blocks(message.blocks())
                .build());
    }

    /** A button says the words that it carries. Whatever else is pressed is a link, or a choice that a form will bring. */
    private Response pressed(BlockActionRequest request, ActionContext ctx) {
        BlockActionPayload payload = request.getPayload();
        Action action = payload.getActions().get(0);
        if (Optional.ofNullable(action.getActionId()).orElse("").startsWith("say:") && action.getValue() != null) {
            press(payload, action.getValue(), origin(payload, action.getActionId()));
        }
        return ctx.ack();
    }

    /** A choice is made once, however often it is pressed; anything else may be pressed again later. */
    private static String origin(BlockActionPayload payload, String action) {
        return Optional.ofNullable(payload.getContainer())
                .map(Container::getMessageTs)
                .filter(ts -> action.startsWith(NoticeView.CHOICE))
                .map(ts -> payload.getUser().getId() + ":" + ts + ":" + action)
                .orElse(payload.getTriggerId());
    }

    private void press(BlockActionPayload payload, String words, String origin) {
        String user = payload.getUser().getId();
        if (isStranger(payload)) {
            answers.tell(STRANGERS, user, payload.getResponseUrl());
            return;
        }
        String channel =
                payload.getChannel() == null ? user : payload.getChannel().getId();
        Reply reply = commands.run(said(user, channel, words, origin));
        if (reply instanceof Reply.Ask ask) {
            answers.ask(ask.form(), user, payload.getTriggerId(), payload.getResponseUrl(), words);
        } else {
            answers.tell(reply, user, payload.getResponseUrl());
        }
    }

    /** What a gesture comes to. That it was done shows by itself; that it was not is told. */
    public void gesture(UserId by, ChannelId channel, String words, String origin) {
        if (people.isStranger(by)) {
            answers.tell(STRANGERS, by.value(), channel);
            return;
        }
        try {
            commands.obey(said(by.value(), channel.value(), words, origin));
        } catch (Refusal refusal) {
            answers.tell(Reply.no(refusal), by.value(), channel);
        }
    }

    private static boolean isStranger(BlockActionPayload payload) {
        String theirs = payload.getUser().getTeamId();
        return theirs != null
                && payload.getTeam() != null
                && !theirs.equals(payload.getTeam().getId());
    }

    private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext ctx) {
        ViewSubmissionPayload payload = request.getPayload();
        try {
            Memory memory = Memory.read(payload.getView().getPrivateMetadata())
                    .orElseThrow(
                            () -> new Refusal("I do not know this form. Nothing was changed. Please open it again."));
            submit(payload, memory);
            return ctx.ack();
        } catch (Refusal refusal) {
            return ctx.ackWithErrors(Map.of(firstBlock(payload), refusal.reason()));
        } catch (RuntimeException bug) {
            log.error("a form could not be carried out", bug);
            return ctx.ackWithErrors(Map.of(
                    firstBlock(payload),
                    "Sorry, that went wrong on my side. Look at /incident status "
                            + "whether it was saved, then try again."));
        }
    }

    private void submit(ViewSubmissionPayload payload, Memory memory) {
        String user = payload.getUser().getId();
        Said said = said(
                user,
                memory.channel(),
                memory.verb(),
                "view:" + payload.getView().getId());
        Reply reply = commands.submit(
                memory.verb(),
                IncidentId.find(memory.incident()),
                said,
                values(payload.getView().getState()));
        answers.tell(reply, user, new ChannelId(memory.channel()));
    }

    private static String firstBlock(ViewSubmissionPayload payload) {
        return payload.getView().getBlocks().get(0).getBlockId();
    }

    private static Map<String, String> values(ViewState state) {
        Map<String, String> values = new TreeMap<>();
        state.getValues().forEach((block, actions) -> actions.values()
                .forEach(answer -> value(answer).ifPresent(text -> values.put(block, text))));
        return values;
    }

    private static Optional<String> value(ViewState.Value answer) {
        return Optional.ofNullable(answer.getValue())
                .or(() -> Optional.ofNullable(answer.getSelectedUser()))
                .or(() -> Optional.ofNullable(answer.getSelectedUsers()).map(users -> String.join(",", users)))
                .or(() -> Optional.ofNullable(answer.getSelectedOption()).map(ViewState.SelectedOption::getValue));
    }

    private Said said(String user, String channel, String words, String origin) {
        return new Said(people.get(new UserId(user)), new ChannelId(channel), words, origin, clock.instant());
    }
}
