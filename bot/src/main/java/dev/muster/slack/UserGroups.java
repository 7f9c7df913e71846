package dev.muster.slack;

import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Groups;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is in some user groups, read now and then. While Slack does not answer, what was heard last holds. */
public final class UserGroups implements Groups {

    private static final Logger log = LoggerFactory.getLogger(UserGroups.class);

    private final Web web;
    private final List<String> ids;
    private final Map<String, Set<UserId>> known = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    /** @param ids of the groups that matter */
    public UserGroups(Web web, List<String> ids) {
        this.web = web;
        this.ids = List.copyOf(ids);
    }

    @Override
    public Optional<Set<UserId>> members(String group) {
        return Optional.ofNullable(known.get(group));
    }

    /** Reads them all; whether each of them could be read. Never throws. */
    public boolean refresh() {
        return ids.stream().filter(this::read).count() == ids.size();
    }

    private boolean read(String id) {
        try {
            List<String> users = web.call(
                            "usergroups.users.list", slack -> slack.usergroupsUsersList(r -> r.usergroup(id)))
                    .getUsers();
            known.put(id, users.stream().map(UserId::new).collect(Collectors.toUnmodifiableSet()));
            troubles.remove(id);
            return true;
        } catch (Refused refused) {
            if (refused.error().equals("no_such_subteam")) {
                known.remove(id);
            }
            return failed(id, refused);
        } catch (NotNow | NotEver trouble) {
            return failed(id, trouble);
        }
    }

    /** Said once for each trouble, not each time. */
    private boolean failed(String id, RuntimeException trouble) {
        String why = String.valueOf(trouble.getMessage());
        if (!why.equals(troubles.put(id, why))) {
            log.warn("the user group {} of the settings' admins could not be read: {}", id, why);
        }
        return false;
    }
}
