package sample;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.input;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;
import static com.slack.api.model.block.element.BlockElements.plainTextInput;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewSubmit;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.Context;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tickets: a command that makes one or asks for its title, a button that takes it, and help for whoever asks. */
final class TicketApp {
    private TicketApp() {}

    static App of(AppConfig config) {
        App app = new App(config);
        app.command("/ticket", TicketApp::command);
        app.blockAction("take", TicketApp::take);
        app.viewSubmission("ticket_new", TicketApp::submitted);
        app.message("ticket?", (payload, context) -> help(payload.getEvent().getTs(), context));
        return app;
    }

    private static Response command(SlashCommandRequest request, SlashCommandContext context)
            throws IOException, SlackApiException {
        String channel = request.getPayload().getChannelId();
        String title = request.getPayload().getText();
        if (title == null || title.isBlank()) {
            expectOk(context.client()
                    .viewsOpen(open -> open.triggerId(context.getTriggerId()).view(form(channel))));
            return context.ack();
        }
        post(context, channel, title);
        return context.ack("A ticket was made: " + title);
    }

    private static View form(String channel) {
        return view(view -> view.type("modal")
                .callbackId("ticket_new")
                .privateMetadata(channel)
                .title(viewTitle(title -> title.type("plain_text").text("New ticket")))
                .submit(viewSubmit(submit -> submit.type("plain_text").text("Make")))
                .close(viewClose(close -> close.type("plain_text").text("Never mind")))
                .blocks(asBlocks(input(block -> block.blockId("title")
                        .label(plainText("Title"))
                        .element(plainTextInput(element -> element.actionId("title")))))));
    }

    private static void post(Context context, String channel, String title) throws IOException, SlackApiException {
        expectOk(context.client()
                .chatPostMessage(
                        post -> post.channel(channel).text("Ticket: " + title).blocks(card("Ticket: " + title))));
    }

    private static List<LayoutBlock> card(String text) {
        return asBlocks(
                section(block -> block.text(markdownText(text))),
                actions(block -> block.elements(
                        asElements(button(button -> button.actionId("take").text(plainText("Take it")))))));
    }

    private static Response take(BlockActionRequest request, ActionContext context)
            throws IOException, SlackApiException {
        String text = request.getPayload().getMessage().getText() + " (taken by <@" + context.getRequestUserId() + ">)";
        expectOk(context.client().chatUpdate(update -> update.channel(
                        request.getPayload().getContainer().getChannelId())
                .ts(request.getPayload().getContainer().getMessageTs())
                .text(text)
                .blocks(asBlocks(section(block -> block.text(markdownText(text)))))));
        return context.ack();
    }

    private static Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context)
            throws IOException, SlackApiException {
        View view = request.getPayload().getView();
        String title = view.getState().getValues().get("title").get("title").getValue();
        if (title.length() < 3) {
            return context.ackWithErrors(Map.of("title", "Say a little more"));
        }
        post(context, view.getPrivateMetadata(), title);
        return context.ack();
    }

    private static Response help(String ts, EventContext context) throws IOException, SlackApiException {
        expectOk(context.client()
                .chatPostMessage(post ->
                        post.channel(context.getChannelId()).threadTs(ts).text("Type /ticket")));
        return context.ack();
    }

    private static void expectOk(SlackApiTextResponse answer) {
        if (!answer.isOk()) {
            throw new IllegalStateException("Slack refused: " + answer.getError());
        }
    }
}
