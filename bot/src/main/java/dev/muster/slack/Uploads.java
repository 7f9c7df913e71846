package dev.muster.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.model.Conversation;
import dev.muster.desk.Chat.NotNow;
import dev.muster.incident.ChannelId;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sends files to people, in the three steps that Slack asks for (docs.slack.dev, "Working with files"). */
public final class Uploads {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Web web;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Uploads(Web web) {
        this.web = web;
    }

    /**
     * Shares a file in the person's conversation with the bot.
     *
     * @throws NotNow or another refusal of Slack's
     */
    public void send(UserId person, Path file, String name, String comment) throws IOException {
        Conversation direct = web.call(
                        "conversations.open", slack -> slack.conversationsOpen(r -> r.users(List.of(person.value()))))
                .getChannel();
        send(new ChannelId(direct.getId()), Optional.empty(), BodyPublishers.ofFile(file), name, comment);
    }

    /**
     * Shares a text as a file below a message.
     *
     * @throws NotNow or another refusal of Slack's
     */
    public void attach(MessageRef parent, String text, String name, String comment) {
        send(parent.channel(), Optional.of(parent.ts()), BodyPublishers.ofString(text), name, comment);
    }

    private void send(ChannelId channel, Optional<String> thread, BodyPublisher content, String name, String comment) {
        int length = Math.toIntExact(content.contentLength());
        FilesGetUploadURLExternalResponse place = web.call(
                "files.getUploadURLExternal",
                slack -> slack.filesGetUploadURLExternal(r -> r.filename(name).length(length)));
        post(place.getUploadUrl(), content);
        web.call(
                "files.completeUploadExternal",
                slack -> slack.filesCompleteUploadExternal(r -> r.channelId(channel.value())
                        .threadTs(thread.orElse(null))
                        .initialComment(comment)
                        .files(List.of(FileDetails.builder()
                                .id(place.getFileId())
                                .title(name)
                                .build()))));
    }

    private void post(String url, BodyPublisher content) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(LONGEST)
                    .header("Content-Type", "application/octet-stream")
                    .POST(content)
                    .build();
            HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new NotNow("the upload was answered with " + answer.statusCode(), Duration.ZERO);
            }
        } catch (IOException e) {
            throw new NotNow("the upload broke off: " + e, Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotNow("stopped", Duration.ZERO);
        }
    }
}
