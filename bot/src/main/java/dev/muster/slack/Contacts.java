package dev.muster.slack;

import com.slack.api.model.Usergroup;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether people, user groups and channels are there, by the names that people write. Asks Slack for each of them once. */
public final class Contacts {

    private final Channels channels;
    private final Directory directory;
    private final Web web;
    private final Set<String> groups = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Boolean> known = new HashMap<>();
    private boolean learned;

    public Contacts(Web web, Channels channels) {
        this.channels = channels;
        this.directory = new Directory(web, ZoneOffset.UTC);
        this.web = web;
    }

    /**
     * Whether there is such a one now.
     *
     * @param mention with its {@code @} or {@code #}
     * @throws dev.muster.desk.Chat.NotNow if Slack does not answer
     * @throws dev.muster.desk.Chat.NotEver if Slack does not say
     */
    public boolean exists(String mention) {
        return known.computeIfAbsent(mention, this::look);
    }

    private boolean look(String mention) {
        String name = mention.substring(1);
        return mention.startsWith("#") ? channels.exists(name) : isSomebody(name);
    }

    private boolean isSomebody(String name) {
        if (!learned) {
            learn();
        }
        return directory
                        .findByHandle(name)
                        .filter(person -> !directory.hasLeft(person.id()))
                        .isPresent()
                || groups.contains(name);
    }

    private void learn() {
        directory.refresh();
        web.call("usergroups.list", slack -> slack.usergroupsList(r -> r)).getUsergroups().stream()
                .map(Usergroup::getHandle)
                .forEach(groups::add);
        learned = true;
    }
}
