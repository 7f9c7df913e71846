package dev.muster.slack;

import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.Opened;
import dev.muster.desk.House;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Channels: opened once for each incident, and found by their names. */
public final class Channels {

    private static final int ATTEMPTS = 10;
    private static final int PAGE = 999;
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final Web web;
    private final House house;
    private final Map<String, ChannelId> joined = new ConcurrentHashMap<>();

    public Channels(Web web, House house) {
        this.web = web;
        this.house = house;
    }

    Opened open(Incident incident, boolean retry) {
        Optional<Opened> earlier = retry ? opened(incident) : Optional.empty();
        return earlier.orElseGet(() -> create(incident));
    }

    /** The channel with this name or id; joined, so that what is posted there can be found again. */
    ChannelId joined(String nameOrId) {
        ChannelId known = joined.get(nameOrId);
        if (known != null) {
            return known;
        }
        Conversation found = first(
                        this::everybodys,
                        channel -> nameOrId.equals(channel.getName()) || nameOrId.equals(channel.getId()))
                .orElseThrow(() -> new NotEver(
                        "there is no channel #%s to announce in; make it, or set `announce`".formatted(nameOrId)));
        if (!found.isMember() && !found.isPrivate()) {
            web.call("conversations.join", slack -> slack.conversationsJoin(r -> r.channel(found.getId())));
        }
        joined.put(nameOrId, new ChannelId(found.getId()));
        return new ChannelId(found.getId());
    }

    /** Whether everybody can see a channel of this name or id, or the bot is in it. */
    boolean exists(String nameOrId) {
        return first(
                        this::everybodys,
                        channel -> nameOrId.equals(channel.getName()) || nameOrId.equals(channel.getId()))
                .isPresent();
    }

    private Opened create(Incident incident) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            String name = name(incident, attempt);
            try {
                Conversation made = web.call(
                                "conversations.create",
                                slack -> slack.conversationsCreate(r ->
                                        r.name(name).isPrivate(incident.facts().isPrivate())))
                        .getChannel();
                return new Opened(new ChannelId(made.getId()), made.getName());
            } catch (Refused refused) {
                if (!refused.error().equals("name_taken")) {
                    throw refused;
                }
            }
        }
        throw new NotEver("no name is free for the channel of " + incident.id() + "; the last tried was "
                + name(incident, ATTEMPTS));
    }

    /** A channel that an earlier attempt made before it could say so: ours, of this name, and not older than the incident. */
    private Optional<Opened> opened(Incident incident) {
        List<String> names = new ArrayList<>();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            names.add(name(incident, attempt));
        }
        long notBefore = incident.facts().declaredAt().minus(SKEW).getEpochSecond();
        String self = web.call("auth.test", slack -> slack.authTest(r -> r)).getUserId();
        return first(
                        this::mine,
                        channel -> names.contains(channel.getName())
                                && self.equals(channel.getCreator())
                                && channel.getCreated() >= notBefore)
                .map(channel -> new Opened(new ChannelId(channel.getId()), channel.getName()));
    }

    private String name(Incident incident, int attempt) {
        Instant declared = incident.facts().declaredAt();
        LocalDate day = declared.atZone(house.zone()).toLocalDate();
        return house.channelName().of(incident.id(), day, incident.title(), attempt);
    }

    /** Page by page, and no further than needed: there may be many thousands. */
    private static Optional<Conversation> first(Function<String, Page> pages, Predicate<Conversation> wanted) {
        String cursor = "";
        do {
            Page page = pages.apply(cursor);
            Optional<Conversation> found =
                    page.channels().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found;
            }
            cursor = page.next();
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    /** One page of channels. */
    private record Page(List<Conversation> channels, String next) {}

    private Page mine(String cursor) {
        var page = web.call(
                "users.conversations",
                slack -> slack.usersConversations(
                        r -> r.types(TYPES).excludeArchived(true).limit(PAGE).cursor(cursor)));
        return new Page(page.getChannels(), History.next(page.getResponseMetadata()));
    }

    private Page everybodys(String cursor) {
        var page = web.call(
                "conversations.list",
                slack -> slack.conversationsList(
                        r -> r.types(TYPES).excludeArchived(true).limit(PAGE).cursor(cursor)));
        return new Page(page.getChannels(), History.next(page.getResponseMetadata()));
    }

    private static final List<ConversationType> TYPES =
            List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL);
}
