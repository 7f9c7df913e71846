package dev.muster.timeline;

import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Slack's markup turned into the text that a person saw: mentions by name, links spelled out, entities decoded
 * (docs.slack.dev, "Formatting message text").
 */
public final class PlainText {

    private static final Pattern TOKEN = Pattern.compile("<([^<>]*)>");
    private static final Pattern EVERYBODY = Pattern.compile("here|channel|everyone|group");
    private static final Pattern DATE = Pattern.compile("date\\^([0-9]{1,11})\\^.*");
    private static final Pattern NO_PAGE = Pattern.compile("^(mailto|tel):");

    private final Names names;
    private final BlockText blocks;
    private final AttachmentText attachments;

    public PlainText(Names names) {
        this.names = names;
        this.blocks = new BlockText(this, names);
        this.attachments = new AttachmentText(this, blocks);
    }

    /**
     * What a message says: its text, or its blocks where the text is empty; then what its attachments add, such as the
     * details of an alert. Previews of links are no part of it, so one that comes or goes is no change.
     */
    public String of(Fields message) {
        String said = message.text("text")
                .filter(text -> !text.isBlank())
                .map(this::decode)
                .orElseGet(() -> blocks.of(message));
        String more = attachments.of(message);
        return said.contains(more) ? said : lines(Stream.of(said, more));
    }

    /** Whether attachments say part of it. */
    boolean isAttached(Fields message) {
        return !attachments.of(message).isEmpty();
    }

    /** What markup says, as a text that any database can keep. */
    public String decode(String markup) {
        String shown = TOKEN.matcher(markup).replaceAll(token -> Matcher.quoteReplacement(token(token)));
        return Fields.whole(shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The parts that say something, one below the other. */
    static String lines(Stream<String> parts) {
        return parts.filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }

    /** A link as a person saw it, and where it leads if that is not the same. */
    static String link(String target, String label) {
        String address = NO_PAGE.matcher(target).replaceFirst("");
        if (address.isBlank()) {
            return label;
        }
        return label.isBlank() || address.endsWith(label) ? address : label + " (" + address + ")";
    }

    private String token(MatchResult match) {
        String[] parts = match.group(1).split("\\|", 2);
        Optional<String> label = parts.length == 2 && !parts[1].isEmpty() ? Optional.of(parts[1]) : Optional.empty();
        String target = parts[0];
        if (target.length() < 2 || target.substring(1).isBlank()) {
            return match.group();
        }
        String id = target.substring(1).strip();
        return switch (target.charAt(0)) {
            case '@' -> "@" + person(id, label);
            case '#' -> "#" + label.orElseGet(() -> names.of(new ChannelId(id)));
            case '!' -> special(target.substring(1), label);
            default -> link(target, label.orElse(""));
        };
    }

    /** The directory's name, for labels are often out of date; but any name rather than an id. */
    private String person(String id, Optional<String> label) {
        String known = names.of(new UserId(id));
        return known.equals(id) ? label.orElse(id) : known;
    }

    private static String special(String command, Optional<String> label) {
        if (EVERYBODY.matcher(command).matches()) {
            return "@" + command;
        }
        Matcher date = DATE.matcher(command);
        return label.orElseGet(
                () -> date.matches() ? moment(Long.parseLong(date.group(1))) : "@" + command.replaceFirst("\\^.*", ""));
    }

    /** A moment in UTC; the number itself where it is beyond any calendar. */
    static String moment(long epochSecond) {
        return Math.abs(epochSecond) < 100_000_000_000L
                ? Instant.ofEpochSecond(epochSecond).toString()
                : String.valueOf(epochSecond);
    }
}
