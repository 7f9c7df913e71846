package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.desk.Chat;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Markup;
import dev.muster.desk.Notice.Text;
import dev.muster.incident.UserId;
import dev.muster.main.RunbookShelf.Broken;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.file.Written;
import dev.muster.slack.Invitations;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the owners of runbooks what only they can mend. */
final class Owners {

    private static final Logger log = LoggerFactory.getLogger(Owners.class);
    private static final int MOST = 5;

    private final Invitations people;
    private final Chat chat;

    Owners(Invitations people, Chat chat) {
        this.people = people;
        this.chat = chat;
    }

    /** Each of them, once for each wording of the file. */
    void tell(Broken broken) {
        String key = "runbook/%s/%08x"
                .formatted(broken.last().id(), broken.file().text().hashCode());
        tell(broken.last(), key, words(broken.file(), broken.last()));
    }

    /**
     * Each of them.
     *
     * @param key what has been said to somebody under it is not said to them again
     * @param markup in Slack's markup, safe
     */
    void tell(Runbook book, String key, String markup) {
        for (UserId owner : people.people(book.owners())) {
            tell(owner, key, new Text(markup));
        }
    }

    /** Who cannot be told anything keeps nobody else from being told. */
    private void tell(UserId owner, String key, Text text) {
        try {
            chat.post(chat.direct(owner), text, key, true);
        } catch (NotEver gone) {
            log.warn("the owner {} could not be told of {}: {}", owner, key, gone.getMessage());
        }
    }

    private static String words(Written broken, Runbook book) {
        String mistakes = broken.mistakes().stream()
                .limit(MOST)
                .map(Mistake::getMessage)
                .map(line -> "• " + Markup.escape(String.valueOf(line), 500))
                .collect(Collectors.joining("\n"));
        return ":warning: The file of the runbook `%s` has a mistake. Version %s stays in service until it is mended.\n%s"
                .formatted(book.id(), book.version(), mistakes);
    }
}
