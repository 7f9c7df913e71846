package dev.muster.slack;

import com.slack.api.methods.response.conversations.ConversationsInviteResponse;
import com.slack.api.model.Usergroup;
import dev.muster.desk.Person;
import dev.muster.incident.Actor;
import dev.muster.incident.Arrivals;
import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings people into a channel: whoever cannot come keeps nobody else away. */
public final class Invitations {

    private static final int BATCH = 100;
    private static final Set<String> FINE = Set.of("already_in_channel", "cant_invite_self");

    private final Web web;
    private final Directory directory;

    public Invitations(Web web, Directory directory) {
        this.web = web;
        this.directory = directory;
    }

    Arrivals invite(ChannelId channel, List<String> usersAndGroups) {
        Outcome outcome = new Outcome();
        List<String> users = usersAndGroups.stream()
                .flatMap(who -> users(who, outcome))
                .distinct()
                .toList();
        for (int from = 0; from < users.size(); from += BATCH) {
            inviteBatch(channel, users.subList(from, Math.min(users.size(), from + BATCH)), outcome);
        }
        return new Arrivals(outcome.invited, outcome.present, outcome.failures);
    }

    /** People, and the members of user groups, by ids and handles; whoever is not there is nobody. */
    public List<UserId> people(List<String> usersAndGroups) {
        Outcome nobody = new Outcome();
        return usersAndGroups.stream()
                .flatMap(who -> users(who, nobody))
                .distinct()
                .map(UserId::new)
                .toList();
    }

    /** What has become of it so far. */
    private static final class Outcome {
        private final List<Actor> invited = new ArrayList<>();
        private final List<Actor> present = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();
    }

    private Stream<String> users(String who, Outcome outcome) {
        if (who.matches("S[A-Z0-9]{2,}")) {
            return group(who, outcome);
        }
        if (who.matches("[UW][A-Z0-9]{2,}")) {
            return Stream.of(who);
        }
        directory.requireLearned();
        Optional<Person> person = directory.findByHandle(who.replaceFirst("^@", ""));
        return person.isPresent()
                ? Stream.of(person.get().id().value())
                : group(who.replaceFirst("^@", ""))
                        .map(group -> group(group, outcome))
                        .orElseGet(() -> nobody(who, outcome));
    }

    private static Stream<String> nobody(String who, Outcome outcome) {
        outcome.failures.add("Could not invite " + who + ": there is nobody, and no user group, of that name");
        return Stream.empty();
    }

    /** The id of the user group that goes by a handle. */
    private Optional<String> group(String handle) {
        try {
            return web.call("usergroups.list", slack -> slack.usergroupsList(r -> r)).getUsergroups().stream()
                    .filter(group -> handle.equalsIgnoreCase(group.getHandle()))
                    .map(Usergroup::getId)
                    .findFirst();
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private Stream<String> group(String group, Outcome outcome) {
        try {
            return web
                    .call("usergroups.users.list", slack -> slack.usergroupsUsersList(r -> r.usergroup(group)))
                    .getUsers()
                    .stream();
        } catch (Refused refused) {
            outcome.failures.add("Could not invite the user group " + group + ": " + refused.error());
            return Stream.empty();
        }
    }

    private void inviteBatch(ChannelId channel, List<String> users, Outcome outcome) {
        try {
            came(
                    users,
                    web.call(
                            "conversations.invite",
                            slack -> slack.conversationsInvite(
                                    r -> r.channel(channel.value()).users(users).force(true))),
                    outcome);
        } catch (Refused refused) {
            if (users.size() == 1) {
                kept(users.get(0), refused.error(), outcome);
            } else {
                users.forEach(user -> inviteBatch(channel, List.of(user), outcome));
            }
        }
    }

    private void came(List<String> users, ConversationsInviteResponse answer, Outcome outcome) {
        Map<String, String> errors = Optional.ofNullable(answer.getErrors()).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        ConversationsInviteResponse.Error::getUser,
                        ConversationsInviteResponse.Error::getError,
                        (one, other) -> one));
        users.forEach(user -> Optional.ofNullable(errors.get(user))
                .ifPresentOrElse(error -> kept(user, error, outcome), () -> outcome.invited.add(actor(user))));
    }

    /** Whoever is there already is as good as invited. */
    private void kept(String user, String error, Outcome outcome) {
        if (FINE.contains(error)) {
            outcome.present.add(actor(user));
        } else {
            outcome.failures.add("Could not invite " + actor(user).name() + ": " + error.replace('_', ' '));
        }
    }

    private Actor actor(String user) {
        return directory.get(new UserId(user)).actor();
    }
}
