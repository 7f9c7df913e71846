package dev.muster.slack;

import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.model.User;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.People;
import dev.muster.desk.Person;
import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import dev.muster.timeline.Fields;
import dev.muster.timeline.Names;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who is in the workspace. What is asked of it is answered at once; what it does not know it asks Slack for later. */
public final class Directory implements People {

    private static final int PAGE = 200;
    private static final Duration TROUBLE = Duration.ofSeconds(10);

    private final Web web;
    private final ZoneId usual;
    private final Map<UserId, Known> known = new ConcurrentHashMap<>();
    private volatile boolean learned;
    private volatile String nextPage = "";
    private volatile long troubleNanos = System.nanoTime() - TROUBLE.toNanos();

    /** @param usual the zone of people of whom none is known */
    public Directory(Web web, ZoneId usual) {
        this.web = web;
        this.usual = usual;
    }

    /**
     * What is known of somebody.
     *
     * @param handle that others write
     * @param stranger whether they are of another workspace
     * @param gone whether they are in this workspace no longer
     */
    private record Known(Person person, String handle, boolean stranger, boolean gone) {}

    @Override
    public Person get(UserId user) {
        return Optional.ofNullable(known.get(user)).map(Known::person).orElse(new Person(user, user.value(), usual));
    }

    @Override
    public Optional<Person> findByHandle(String handle) {
        return known.values().stream()
                .filter(one -> one.handle().equalsIgnoreCase(handle))
                .map(Known::person)
                .findFirst();
    }

    /** Whether somebody is known to be of another workspace, with which a channel is shared. */
    boolean isStranger(UserId user) {
        return Optional.ofNullable(known.get(user)).filter(Known::stranger).isPresent();
    }

    /** Whether somebody is in the workspace no longer. Asks Slack; while it does not answer, what was heard last holds. */
    boolean isGone(UserId user) {
        try {
            learn(web.call("users.info", slack -> slack.usersInfo(r -> r.user(user.value())))
                    .getUser());
        } catch (NotNow | NotEver trouble) {
            // What was heard last holds.
        }
        return hasLeft(user);
    }

    /** The same, as heard last. */
    boolean hasLeft(UserId user) {
        return Optional.ofNullable(known.get(user)).filter(Known::gone).isPresent();
    }

    /** Nobody can be told to be missing before everybody is known. @throws NotNow until then */
    void requireLearned() {
        if (!learned) {
            throw NotNow.untried("it is not known yet who is in the workspace", Duration.ofSeconds(2));
        }
    }

    /** Fetches everybody; what has been known stays, should Slack not answer, and the next call goes on from there. */
    public void refresh() {
        String cursor = nextPage;
        do {
            nextPage = cursor;
            String from = cursor;
            UsersListResponse page = web.call(
                    "users.list", slack -> slack.usersList(r -> r.limit(PAGE).cursor(from)));
            page.getMembers().forEach(this::learn);
            cursor = Optional.ofNullable(page.getResponseMetadata())
                    .flatMap(next -> Optional.ofNullable(next.getNextCursor()))
                    .orElse("");
        } while (!cursor.isEmpty());
        nextPage = "";
        learned = true;
    }

    /**
     * Names for the record.
     *
     * @param patient whether to ask Slack for those that are not known, and to throw {@link NotNow} if it does not answer
     */
    Names names(boolean patient) {
        return new Names() {
            @Override
            public String of(UserId user) {
                return patient ? fetch(user).name() : get(user).name();
            }

            @Override
            public String of(ChannelId channel) {
                return channel.value();
            }
        };
    }

    private Person fetch(UserId user) {
        if (!known.containsKey(user) && System.nanoTime() - troubleNanos < TROUBLE.toNanos()) {
            throw new NotNow("Slack did not say a moment ago who somebody is", TROUBLE);
        }
        if (!known.containsKey(user)) {
            try {
                learn(web.call("users.info", slack -> slack.usersInfo(r -> r.user(user.value())))
                        .getUser());
            } catch (Refused stranger) {
                known.put(user, new Known(new Person(user, user.value(), usual), "", false, false));
            } catch (NotNow trouble) {
                troubleNanos = System.nanoTime();
                throw trouble;
            }
        }
        return get(user);
    }

    private void learn(User user) {
        UserId id = new UserId(user.getId());
        String handle = Optional.ofNullable(user.getName()).orElse("");
        Optional<User.Profile> profile = Optional.ofNullable(user.getProfile());
        String name = Stream.of(
                        profile.map(User.Profile::getDisplayName),
                        profile.map(User.Profile::getRealName),
                        Optional.ofNullable(user.getRealName()),
                        Optional.of(handle))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(id.value());
        known.put(
                id,
                new Known(new Person(id, Fields.whole(name), zone(user)), handle, user.isStranger(), user.isDeleted()));
    }

    private ZoneId zone(User user) {
        try {
            return Optional.ofNullable(user.getTz()).map(ZoneId::of).orElse(usual);
        } catch (DateTimeException e) {
            return usual;
        }
    }
}
