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

    /** So much may be said of a picture (docs.slack.dev, "files.getUploadURLExternal"). */
    private static final int LONGEST_ALT = 1000;

    private final Web web;
    private final History history;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public Uploads(Web web) {
        this.web = web;
        this.history = new History(web);
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
        ChannelId channel = new ChannelId(direct.getId());
        send(new Parcel(channel, Optional.empty(), name, comment, ""), BodyPublishers.ofFile(file));
    }

    /**
     * Shares a text as a file below a message.
     *
     * @throws NotNow or another refusal of Slack's
     */
    public void attach(MessageRef parent, String text, String name, String comment) {
        send(new Parcel(parent.channel(), Optional.of(parent.ts()), name, comment, ""), BodyPublishers.ofString(text));
    }

    /**
     * Shares a picture in a channel after a message, with words for whoever does not see it; one of that name which stands
     * there since is enough.
     *
     * @throws NotNow or another refusal of Slack's
     */
    public void show(MessageRef after, byte[] picture, String name, String words, String comment) {
        if (!history.hasFile(after, name)) {
            String alt = words.length() <= LONGEST_ALT ? words : words.substring(0, LONGEST_ALT - 1) + "…";
            send(
                    new Parcel(after.channel(), Optional.empty(), name, comment, alt),
                    BodyPublishers.ofByteArray(picture));
        }
    }

    /** A file and where it goes. @param alt what a picture shows, in words */
    private record Parcel(ChannelId channel, Optional<String> thread, String name, String comment, String alt) {}

    private void send(Parcel parcel, BodyPublisher content) {
        int length = Math.toIntExact(content.contentLength());
        FilesGetUploadURLExternalResponse place = web.call(
                "files.getUploadURLExternal",
                slack -> slack.filesGetUploadURLExternal(r -> r.filename(parcel.name())
                        .length(length)
                        .altTxt(parcel.alt().isEmpty() ? null : parcel.alt())));
        post(place.getUploadUrl(), content);
        web.call(
                "files.completeUploadExternal",
                slack -> slack.filesCompleteUploadExternal(
                        r -> r.channelId(parcel.channel().value())
                                .threadTs(parcel.thread().orElse(null))
                                .initialComment(parcel.comment())
                                .files(List.of(FileDetails.builder()
                                        .id(place.getFileId())
                                        .title(parcel.name())
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
