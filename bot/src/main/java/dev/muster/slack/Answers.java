package dev.muster.slack;

import com.slack.api.model.view.View;
import dev.muster.command.Form;
import dev.muster.command.Reply;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Notice.Text;
import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import dev.muster.slack.view.FormView;
import dev.muster.slack.view.HomeView;
import dev.muster.slack.view.Message;
import dev.muster.slack.view.NoticeView;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person gets back by a call of Slack's: a form, or words for them alone. Done after the request was answered;
 * what cannot be shown one way is shown another, and nothing of it is part of the record.
 */
public final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final Web web;
    private final ResponseUrls urls;
    private final Executor afterwards;
    private final NoticeView view = new NoticeView();

    public Answers(Web web, ResponseUrls urls, Executor afterwards) {
        this.web = web;
        this.urls = urls;
        this.afterwards = afterwards;
    }

    Message message(Reply reply) {
        return reply instanceof Reply.Show show
                ? show.notice().accept(view)
                : new Text("Please fill in the form.").accept(view);
    }

    /** Opens a form. If Slack no longer allows it, a button that opens it keeps what was typed. */
    void ask(Form form, String user, String triggerId, @Nullable String responseUrl, @Nullable String typed) {
        View modal = FormView.of(form);
        afterwards.execute(() -> {
            try {
                web.call(
                        "views.open",
                        slack -> slack.viewsOpen(r -> r.triggerId(triggerId).view(modal)));
            } catch (NotNow | NotEver trouble) {
                log.info("a form could not be opened: {}", trouble.getMessage());
                Message again = FormAgain.of(form, typed);
                if (!urls.post(responseUrl, again)) {
                    direct(user, again);
                }
            }
        });
    }

    /** Tells a person through the answer address of what they pressed; without one, in a message. */
    void tell(Reply reply, String user, @Nullable String responseUrl) {
        Message message = message(reply);
        afterwards.execute(() -> {
            if (responseUrl == null || !urls.post(responseUrl, message)) {
                direct(user, message);
            }
        });
    }

    /** Tells a person in a message. */
    public void tell(Reply reply, UserId person) {
        tell(reply, person.value(), (String) null);
    }

    /** Tells a person in a channel, seen by them alone; where that cannot be, in a message. */
    void tell(Reply reply, String user, ChannelId channel) {
        Message message = message(reply);
        afterwards.execute(() -> {
            try {
                web.call(
                        "chat.postEphemeral",
                        slack -> slack.chatPostEphemeral(r -> r.channel(channel.value())
                                .user(user)
                                .text(message.text())
                                .blocks(message.blocks())));
            } catch (NotNow | NotEver trouble) {
                direct(user, message);
            }
        });
    }

    /** Shows a person's own page. */
    void home(UserId user, HomeView.Page page) {
        afterwards.execute(() -> {
            View home = HomeView.of(page);
            try {
                web.call(
                        "views.publish",
                        slack -> slack.viewsPublish(r -> r.userId(user.value()).view(home)));
            } catch (NotNow | NotEver trouble) {
                log.info("the home of {} could not be shown: {}", user, trouble.getMessage());
            }
        });
    }

    private void direct(String user, Message message) {
        try {
            web.call(
                    "chat.postMessage",
                    user,
                    slack -> slack.chatPostMessage(
                            r -> r.channel(user).text(message.text()).blocks(message.blocks())));
        } catch (NotNow | NotEver trouble) {
            log.warn("{} could not be told: {}", user, trouble.getMessage());
        }
    }

    /** Words that take the place of a form that could not be opened. */
    private static final class FormAgain {

        private FormAgain() {}

        static Message of(Form form, @Nullable String typed) {
            String words = typed == null || typed.isBlank() ? form.verb() : typed;
            String about = words.matches("(?i)(inc-)?[0-9][\\s\\S]*")
                    ? ""
                    : form.incident().map(id -> id + " ").orElse("");
            String line =
                    "Slack did not let me open the form in time. Nothing was changed and nothing you typed is lost: "
                            + "press the button, or type it again with what is missing.";
            Message text = new Text(line).accept(new NoticeView());
            return NoticeView.withButton(text, "Open the form", "form " + about + words);
        }
    }
}
