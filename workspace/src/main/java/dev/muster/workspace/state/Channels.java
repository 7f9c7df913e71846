package dev.muster.workspace.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All channels and direct conversations. */
public final class Channels {
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Stamps stamps;

    Channels(Stamps stamps) {
        this.stamps = stamps;
    }

    public Channel create(Channel.Kind kind, String name, String creator) {
        String id = Ids.next(kind == Channel.Kind.IM ? "D" : "C");
        Channel channel = new Channel(id, kind, name, creator, stamps.seconds());
        channels.put(id, channel);
        return channel;
    }

    /** Under its old id it is not known any more. */
    void rekey(Channel channel, String id) {
        channels.remove(channel.id());
        channel.id(id);
        channels.put(id, channel);
    }

    public Optional<Channel> find(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    /** By id, by name, or by name with a number sign. */
    public Optional<Channel> findAny(String idOrName) {
        return find(idOrName).or(() -> findByName(idOrName.startsWith("#") ? idOrName.substring(1) : idOrName));
    }

    public Optional<Channel> findByName(String name) {
        return all().stream()
                .filter(channel -> !channel.isDirect() && channel.name().equals(name))
                .findFirst();
    }

    /** The direct conversation between exactly these, opened when there was none. */
    public Channel direct(Set<String> members) {
        return findDirect(members).orElseGet(() -> open(members));
    }

    public Optional<Channel> findDirect(Set<String> members) {
        return all().stream()
                .filter(channel -> channel.isDirect() && channel.members().equals(members))
                .findFirst();
    }

    private Channel open(Set<String> members) {
        Channel.Kind kind = members.size() > 2 ? Channel.Kind.MPIM : Channel.Kind.IM;
        String first = members.iterator().next();
        Channel channel = create(kind, kind == Channel.Kind.IM ? "" : "mpdm-" + Ids.shortId(), first);
        channel.members().addAll(members);
        return channel;
    }

    public Collection<Channel> all() {
        return List.copyOf(channels.values());
    }
}
