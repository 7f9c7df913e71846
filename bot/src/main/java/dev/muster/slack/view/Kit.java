package dev.muster.slack.view;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The few blocks that the bot is made of, always within Slack's limits (docs.slack.dev, "Reference: blocks"). */
final class Kit {

    private static final int SECTION = 3000;
    private static final int HEADER = 150;
    private static final int FIELD = 2000;
    private static final int BUTTON = 75;
    private static final int VALUE = 2000;
    private static final int ACTION_ID = 255;

    private Kit() {}

    static LayoutBlock header(String plain) {
        return HeaderBlock.builder().text(plain(Texts.cut(plain, HEADER))).build();
    }

    static LayoutBlock section(String markup) {
        return SectionBlock.builder()
                .text(mrkdwn(Texts.cutMarkup(markup, SECTION)))
                .build();
    }

    /** Many lines in as many sections as it takes, of whole lines; five at most. */
    static List<LayoutBlock> sections(String markup) {
        List<LayoutBlock> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        for (String line : markup.split("\n", -1)) {
            if (!section.isEmpty() && section.length() + line.length() >= SECTION && sections.size() < 4) {
                sections.add(section(section.toString()));
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : "\n").append(line);
        }
        sections.add(section(section.toString()));
        return sections;
    }

    /** Pairs of a label and a value, two in a row; ten at most. */
    static LayoutBlock fields(Stream<String> markups) {
        List<TextObject> fields = markups.limit(10)
                .map(markup -> (TextObject) mrkdwn(Texts.cutMarkup(markup, FIELD)))
                .toList();
        return SectionBlock.builder().fields(fields).build();
    }

    static LayoutBlock context(String markup) {
        return ContextBlock.builder()
                .elements(List.of(mrkdwn(Texts.cutMarkup(markup, SECTION))))
                .build();
    }

    static LayoutBlock divider() {
        return DividerBlock.builder().build();
    }

    static LayoutBlock actions(String blockId, List<BlockElement> elements) {
        return ActionsBlock.builder().blockId(blockId).elements(elements).build();
    }

    /**
     * A button that says words, as if somebody had typed them.
     *
     * @param style {@code primary}, {@code danger}, or empty for a plain one
     */
    static BlockElement button(String label, String words, Optional<String> style) {
        return ButtonElement.builder()
                .text(plain(label))
                .actionId(actionId(words))
                .value(words)
                .style(style.orElse(null))
                .build();
    }

    /** Tells buttons of one message apart, the same for every incident. */
    private static String actionId(String words) {
        String id = "say:" + words.replaceFirst("^INC-[0-9]+ ", "").replaceAll("\\s+", ":");
        return id.substring(0, Math.min(id.length(), ACTION_ID));
    }

    static BlockElement button(String label, String words) {
        return button(label, words, Optional.empty());
    }

    /** One of several that may say the same of different incidents. */
    static BlockElement choice(int number, String label, String words) {
        return ButtonElement.builder()
                .text(plain(Texts.cut(label, BUTTON)))
                .actionId(NoticeView.CHOICE + number)
                .value(Texts.cut(words, VALUE))
                .build();
    }

    static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(true).build();
    }

    /** Verbatim, so that Slack makes no mentions of its own out of words like {@code @here}. */
    private static MarkdownTextObject mrkdwn(String markup) {
        return MarkdownTextObject.builder().text(markup).verbatim(true).build();
    }
}
