package dev.muster.slack;

import com.slack.api.model.Usergroup;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Groups;
import dev.muster.desk.Teams;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is in which user group, read now and then. While Slack does not answer, what was heard last holds. */
public final class UserGroups implements Groups, Teams {

    private static final Logger log = LoggerFactory.getLogger(UserGroups.class);

    /** Stands for the list of them all. */
    private static final String ALL = "";

    private final Web web;
    private final List<String> ids;
    private final Map<String, Set<UserId>> known = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private volatile Optional<List<Team>> teams = Optional.empty();

    /** @param ids of the groups whose members may do more than others */
    public UserGroups(Web web, List<String> ids) {
        this.web = web;
        this.ids = List.copyOf(ids);
    }

    @Override
    public Optional<Set<UserId>> members(String group) {
        return Optional.ofNullable(known.get(group));
    }

    @Override
    public Optional<List<Team>> all() {
        return teams;
    }

    /** Reads all that the workspace has, with their members. Never throws. */
    public void learn() {
        try {
            teams = Optional.of(
                    list(web.call("usergroups.list", slack -> slack.usergroupsList(r -> r.includeUsers(true)))
                                    .getUsergroups())
                            .map(UserGroups::team)
                            .toList());
            troubles.remove(ALL);
        } catch (NotNow | NotEver trouble) {
            failed(ALL, "the user groups", trouble);
        }
    }

    private static Team team(Usergroup group) {
        return new Team(
                group.getId(),
                Optional.ofNullable(group.getHandle()).orElse(""),
                list(group.getUsers()).map(UserId::new).collect(Collectors.toSet()));
    }

    private static <T> Stream<T> list(@Nullable List<T> said) {
        return Optional.ofNullable(said).orElse(List.of()).stream();
    }

    /** Reads those that matter to what people may do; whether each of them could be read. Never throws. */
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
            return failed(id, ofAdmins(id), refused);
        } catch (NotNow | NotEver trouble) {
            return failed(id, ofAdmins(id), trouble);
        }
    }

    private static String ofAdmins(String id) {
        return "the user group %s of the settings' admins".formatted(id);
    }

    /** Said once for each trouble, not each time. */
    private boolean failed(String id, String what, RuntimeException trouble) {
        String why = String.valueOf(trouble.getMessage());
        if (!why.equals(troubles.put(id, why))) {
            log.warn("{} could not be read: {}", what, why);
        }
        return false;
    }
}
