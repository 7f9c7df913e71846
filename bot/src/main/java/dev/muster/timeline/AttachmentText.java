package dev.muster.timeline;

import java.util.Set;
import java.util.stream.Stream;

/** What attachments say, which is most of what alerts consist of; previews of links are not read. */
final class AttachmentText {

    private static final Set<String> PREVIEW = Set.of(
            "from_url", "original_url", "app_unfurl_url", "is_app_unfurl", "is_msg_unfurl", "is_thread_root_unfurl");

    private final PlainText text;
    private final BlockText blocks;

    AttachmentText(PlainText text, BlockText blocks) {
        this.text = text;
        this.blocks = blocks;
    }

    String of(Fields message) {
        return PlainText.lines(message.list("attachments").stream()
                .filter(attachment -> !isPreview(attachment))
                .map(this::one));
    }

    /** Slack adds a preview a moment after a message; what somebody shared on purpose is no preview. */
    private static boolean isPreview(Fields attachment) {
        return !attachment.is("is_share")
                && PREVIEW.stream()
                        .anyMatch(sign ->
                                attachment.is(sign) || attachment.text(sign).isPresent());
    }

    private String one(Fields attachment) {
        String content = PlainText.lines(Stream.of(
                said(attachment, "pretext"),
                said(attachment, "author_name"),
                title(attachment),
                said(attachment, "text"),
                PlainText.lines(attachment.list("fields").stream().map(this::field)),
                blocks.of(attachment)));
        String footer = said(attachment, "footer");
        return PlainText.lines(Stream.of(content.isBlank() ? said(attachment, "fallback") : content, footer));
    }

    private String title(Fields attachment) {
        String title = said(attachment, "title");
        return title.isBlank() ? "" : PlainText.link(said(attachment, "title_link"), title);
    }

    private String field(Fields field) {
        String title = said(field, "title");
        String value = said(field, "value");
        return title.isBlank() || value.isBlank() ? title + value : title + ": " + value;
    }

    private String said(Fields part, String name) {
        return text.decode(part.plain(name));
    }
}
