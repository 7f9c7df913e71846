package dev.muster.slack;

import com.slack.api.methods.response.conversations.ConversationsInviteResponse;
import dev.muster.desk.Person;
import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** A sentence for each who could not be invited. */
    List<String> invite(ChannelId channel, List<String> usersAndGroups) {
        List<String> failures = new ArrayList<>();
        List<String> users = new ArrayList<>(new LinkedHashSet<>(
                usersAndGroups.stream().flatMap(who -> users(who, failures)).toList()));
        for (int from = 0; from < users.size(); from += BATCH) {
            failures.addAll(inviteBatch(channel, users.subList(from, Math.min(users.size(), from + BATCH))));
        }
        return failures;
    }

    private Stream<String> users(String who, List<String> failures) {
        if (who.startsWith("S")) {
            return group(who, failures);
        }
        if (who.matches("[UW][A-Z0-9]{2,}")) {
            return Stream.of(who);
        }
        directory.requireLearned();
        Optional<Person> person = directory.findByHandle(who.replaceFirst("^@", ""));
        if (person.isEmpty()) {
            failures.add("Could not invite " + who + ": there is nobody of that name");
        }
        return person.map(Person::id).map(UserId::value).stream();
    }

    private Stream<String> group(String group, List<String> failures) {
        try {
            return web
                    .call("usergroups.users.list", slack -> slack.usergroupsUsersList(r -> r.usergroup(group)))
                    .getUsers()
                    .stream();
        } catch (Refused refused) {
            failures.add("Could not invite the user group " + group + ": " + refused.error());
            return Stream.empty();
        }
    }

    private List<String> inviteBatch(ChannelId channel, List<String> users) {
        try {
            return failures(web.call(
                    "conversations.invite",
                    slack -> slack.conversationsInvite(
                            r -> r.channel(channel.value()).users(users).force(true))));
        } catch (Refused refused) {
            if (FINE.contains(refused.error())) {
                return List.of();
            }
            return users.size() == 1
                    ? List.of(failure(users.get(0), refused.error()))
                    : users.stream()
                            .flatMap(user -> inviteBatch(channel, List.of(user)).stream())
                            .toList();
        }
    }

    private List<String> failures(ConversationsInviteResponse answer) {
        return Optional.ofNullable(answer.getErrors()).orElse(List.of()).stream()
                .filter(error -> !FINE.contains(error.getError()))
                .map(error -> failure(error.getUser(), error.getError()))
                .toList();
    }

    private String failure(String user, String error) {
        return "Could not invite " + directory.get(new UserId(user)).name() + ": " + error.replace('_', ' ');
    }
}
