package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.insight.Ink;

/** As Slack shows words. */
public final class SlackInk implements Ink {

    @Override
    public String bold(String words) {
        return "*" + words + "*";
    }

    @Override
    public String theirs(String words) {
        return Markup.escape(words);
    }

    @Override
    public String block(String lines) {
        return "```" + lines + "```";
    }
}
