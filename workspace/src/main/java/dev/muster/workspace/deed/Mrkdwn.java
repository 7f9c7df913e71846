package dev.muster.workspace.deed;

import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.World;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what was typed into the text that is stored: escaped, with mentions and links as tokens. */
public final class Mrkdwn {
    private static final int LONGEST = 40_000;
    private static final Pattern TYPED = Pattern.compile(
            "(?<url>https?://[^\\s<>|\"]+)|(?<![\\w@])@(?<user>[a-z0-9][a-z0-9._-]*)|(?<![\\w#&])#(?<channel>[a-z0-9_-]+)");
    private static final Pattern WRITTEN =
            Pattern.compile("(?<token><(?:[@#!]|https?://|mailto:)[^<>]*>)|(?<url>https?://[^\\s<>|`\"]+)"
                    + "|(?<entity>&(?:amp|lt|gt);)|(?<bare>[&<>])");
    private final World world;

    public Mrkdwn(World world) {
        this.world = world;
    }

    /** A person's message. */
    public String message(String typed) {
        return cut(replaceTyped(typed, this::mention));
    }

    /** The words after a command, with names in the mentions. */
    public String command(String typed) {
        return replaceTyped(typed, (account, name) -> "<@" + account.id() + "|" + name + ">");
    }

    /** What a bot wrote: its tokens stay, all else is escaped. */
    public static String written(String text) {
        return cut(WRITTEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(stored(found))));
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String stored(MatchResult found) {
        if (found.group(2) != null) {
            return "<" + escape(Mrkdwn.unescape(found.group(2))) + ">";
        }
        return found.group(4) == null ? found.group() : escape(found.group());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private String replaceTyped(String typed, BiFunction<Account, String, String> mention) {
        StringBuilder stored = new StringBuilder();
        int done = 0;
        for (MatchResult found : TYPED.matcher(typed).results().toList()) {
            stored.append(escape(typed.substring(done, found.start()))).append(token(found, mention));
            done = found.end();
        }
        return stored.append(escape(typed.substring(done))).toString();
    }

    private String token(MatchResult found, BiFunction<Account, String, String> mention) {
        if (found.group(1) != null) {
            return "<" + escape(found.group(1)) + ">";
        }
        return found.group(2) != null ? user(found.group(2), mention) : channel(found.group(3));
    }

    private String user(String name, BiFunction<Account, String, String> mention) {
        if (name.equals("here") || name.equals("channel") || name.equals("everyone")) {
            return "<!" + name + ">";
        }
        String handle = name.replaceAll("[._-]+$", "");
        return world.directory()
                .findByHandle(handle)
                .map(account -> mention.apply(account, handle) + name.substring(handle.length()))
                .orElse("@" + name);
    }

    private String mention(Account account, String name) {
        return "<@" + account.id() + ">";
    }

    private String channel(String name) {
        return world.channels().findByName(name).map(Mrkdwn::link).orElse("#" + name);
    }

    private static String link(Channel channel) {
        return "<#%s|%s>".formatted(channel.id(), channel.kind() == Channel.Kind.PUBLIC ? channel.name() : "");
    }
}
