package dev.muster.workspace.state;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The whole workspace in memory, behind one lock. */
public final class World {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Directory directory = new Directory();
    private final Messages messages = new Messages();
    private final Ephemerals ephemerals = new Ephemerals();
    private final Views views = new Views();
    private final Files files = new Files();
    private final Presences presences = new Presences();
    private final Canvases canvases = new Canvases();
    private final Map<String, String> emoji = new TreeMap<>();
    private final Bell bell = new Bell();
    private final Traffic traffic = new Traffic();
    private final App app;
    private final Stamps stamps;
    private final Channels channels;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private volatile String scopes = "";

    /** `patience` is the clock of the three seconds, which stays real when `clock` runs fast. */
    public World(App app, InstantSource clock, InstantSource patience) {
        this.app = app;
        stamps = new Stamps(clock);
        channels = new Channels(stamps);
        triggers = new Triggers(patience);
        responseUrls = new ResponseUrls(stamps);
    }

    /** What the app may do, separated by commas; empty as long as nobody has said. */
    public String scopes() {
        return scopes;
    }

    public void grant(Collection<String> granted) {
        scopes = String.join(",", granted);
    }

    public <T> T locked(Supplier<T> deed) {
        lock.lock();
        try {
            return deed.get();
        } finally {
            lock.unlock();
        }
    }

    /** Gives a channel another id, and all that is in it with it. */
    public void rekey(Channel channel, String id) {
        String before = channel.id();
        channels.rekey(channel, id);
        messages.rekey(before, id);
        ephemerals.rekey(before, id);
        responseUrls.rekey(before, id);
        files.rekey(before, id);
    }

    public App app() {
        return app;
    }

    public Directory directory() {
        return directory;
    }

    public Channels channels() {
        return channels;
    }

    public Messages messages() {
        return messages;
    }

    public Ephemerals ephemerals() {
        return ephemerals;
    }

    public Views views() {
        return views;
    }

    public Files files() {
        return files;
    }

    public Presences presences() {
        return presences;
    }

    public Canvases canvases() {
        return canvases;
    }

    /** The workspace's own emoji: names, and where their pictures are. */
    public Map<String, String> emoji() {
        return emoji;
    }

    public Bell bell() {
        return bell;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Stamps stamps() {
        return stamps;
    }

    public Triggers triggers() {
        return triggers;
    }

    public ResponseUrls responseUrls() {
        return responseUrls;
    }
}
