package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.api.FaultPlan;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.people.People;
import dev.muster.workspace.push.EventQueue;
import dev.muster.workspace.push.Formalities;
import dev.muster.workspace.push.Postman;
import dev.muster.workspace.push.SocketServer;
import dev.muster.workspace.push.SocketTarget;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.Canvas;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Happening;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Robot;
import dev.muster.workspace.state.Usergroup;
import dev.muster.workspace.state.World;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A workspace on this machine: a bot calls its Web API, people act in it, and everything can be looked at. */
public final class Workspace implements AutoCloseable {
    private final String botToken = "local-bot-" + Ids.secret();
    private final String appToken = "local-app-" + Ids.secret();
    private final String signingSecret = Ids.secret();
    private final World world;
    private final Deeds deeds;
    private final FaultPlan faults = new FaultPlan();
    private final SocketTarget sockets = new SocketTarget();
    private final SocketServer socketServer = new SocketServer(sockets);
    private final Postman postman;
    private final EventQueue events;
    private final Formalities formalities;
    private final Sight sight;
    private final Web web;
    private final People people;
    private final Ticking ticking;

    Workspace(Builder builder) {
        world = new World(builder.app(), builder.clock, builder.patience);
        deeds = Deeds.in(world);
        postman = new Postman(sockets, world.traffic(), builder.clock, signingSecret);
        events = new EventQueue(postman, world.stamps(), builder.retryDelays);
        formalities = new Formalities(postman, world.stamps());
        sight = new Sight(world);
        furnish(builder);
        world.bell().onEvent(events::add);
        web = new Web(builder.port);
        ticking = new Ticking(deeds.schedule()::postDue);
        people = People.with(deeds, postman, web.url());
        web.open(new Web.Parts(deeds, people, faults, sockets, socketServer), botToken, appToken, builder.speed);
    }

    private void furnish(Builder builder) {
        builder.people.forEach(person -> world.directory().put(person.account()));
        world.directory().put(robotAccount(world.app().robot()));
        for (String name : builder.channels) {
            Channel channel = world.channels()
                    .create(Channel.Kind.PUBLIC, name, builder.people.get(0).id());
            builder.people.forEach(person -> channel.members().add(person.id()));
        }
    }

    private static Account robotAccount(Robot robot) {
        String handle = robot.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return Person.of(handle, robot.name(), "", "Etc/UTC").account().speakingAs(robot);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Opens its doors, on loopback only. */
    public Workspace start() {
        socketServer.open();
        web.start();
        ticking.start();
        return this;
    }

    /** The page. */
    public URI url() {
        return URI.create(web.url());
    }

    public String apiUrl() {
        return web.url() + "api/";
    }

    public String botToken() {
        return botToken;
    }

    public String appToken() {
        return appToken;
    }

    public String signingSecret() {
        return signingSecret;
    }

    /** From now on events, commands and clicks go here, signed; without it they go to sockets, if there are any. */
    public void connect(URI requestUrl) {
        postman.connect(requestUrl);
    }

    /** Makes bots that use a socket open a new one. */
    public void refreshSockets() {
        sockets.refresh();
    }

    private Account account(String handle) {
        return world.locked(() -> world.directory().findByHandle(handle))
                .orElseThrow(() -> new IllegalArgumentException("nobody here is called " + handle));
    }

    public Person actor(String handle) {
        return Person.of(account(handle));
    }

    /** Who belongs here: no bots, no strangers. */
    public List<Person> people() {
        return world.locked(() -> world.directory().accounts()).stream()
                .filter(account -> !account.bot() && !account.stranger())
                .map(Person::of)
                .toList();
    }

    /** Does things as this person. */
    public Acting as(String handle) {
        return new Acting(world, people, events, account(handle));
    }

    /** Does things as another app of this name, such as `pager-bot`, which is installed when it was not. */
    public ActingApp asApp(String name) {
        Robot robot = Robot.named(name);
        return world.locked(() -> {
            if (world.directory().findRobot(robot.botId()).isEmpty()) {
                world.directory().put(robotAccount(robot));
            }
            return new ActingApp(deeds, events, robot);
        });
    }

    /**
     * Does things as somebody of another workspace who takes part in this channel, which is a shared one from now on:
     * envelopes of its events say `is_ext_shared_channel`, messages carry `user_team` and `source_team`, and the
     * stranger's files stand in them as `check_file_info`. The team is an id such as `T0PARTNER`.
     */
    public Acting asStranger(String handle, String team, String channel) {
        Account stranger = Person.of(handle, handle, "", "Etc/UTC").account().in(team);
        new Doing(events, handle).does(() -> world.locked(() -> admitted(stranger, channel)));
        return new Acting(world, people, events, stranger);
    }

    private boolean admitted(Account stranger, String channel) {
        if (world.directory()
                .find(stranger.id())
                .filter(known -> !known.stranger())
                .isPresent()) {
            throw new Refusal("user_already_team_member");
        }
        world.directory().put(stranger);
        Channel place = world.channels().findAny(channel).orElseThrow(() -> new Refusal("channel_not_found"));
        return deeds.rooms().admit(place, stranger.id());
    }

    /** From now on this person has left the company. */
    public void deactivate(String handle) {
        world.locked(() -> {
            world.directory().put(account(handle).deactivated());
            return true;
        });
    }

    /** Makes a user group of these people and gives its id. */
    public String usergroup(String handle, String name, String... handles) {
        List<String> users =
                List.of(handles).stream().map(who -> account(who).id()).toList();
        Usergroup group = Usergroup.of(handle, name, users);
        return world.locked(() -> {
            world.directory().put(group);
            return group.id();
        });
    }

    /** Puts these people into the group instead of those in it, and tells the bot. */
    public void usergroupMembers(String groupId, String... handles) {
        List<String> users =
                List.of(handles).stream().map(who -> account(who).id()).toList();
        new Doing(events, "workspace")
                .does(() ->
                        world.locked(() -> deeds.groups().users(deeds.groups().get(groupId), users)));
    }

    /** An emoji of its own, and where its picture is. */
    public void emoji(String name, String url) {
        world.locked(() -> world.emoji().put(name, url) == null);
    }

    /**
     * From now on each answer says in its header `x-oauth-scopes` that the bot's token has these scopes; before, none says
     * anything. They are only said: what the bot calls is not held to them.
     */
    public void grant(Collection<String> scopes) {
        world.grant(scopes);
    }

    /** Everything in a channel, replies too, oldest first. */
    public List<JsonNode> messages(String channel) {
        return sight.messages(channel);
    }

    /** One message by its channel and ts. */
    public Optional<JsonNode> message(String channel, String ts) {
        return sight.message(channel, ts);
    }

    public Optional<JsonNode> channel(String nameOrId) {
        return sight.channel(nameOrId);
    }

    /** Gives a channel another id, e.g. that by which a bot knows it from before. */
    public void rekey(String nameOrId, String id) {
        world.locked(() -> {
            world.rekey(world.channels().findAny(nameOrId).orElseThrow(), id);
            return true;
        });
    }

    public List<JsonNode> channels() {
        return sight.channels();
    }

    /** The conversation of this person with the bot. */
    public List<JsonNode> dms(String handle) {
        return sight.dms(account(handle).id());
    }

    /** What only this person saw. */
    public List<JsonNode> ephemerals(String handle) {
        return sight.ephemerals(account(handle).id());
    }

    /** The forms open before this person, the one on top last. */
    public List<JsonNode> openViews(String handle) {
        return sight.openViews(account(handle).id());
    }

    public Optional<JsonNode> home(String handle) {
        return sight.home(account(handle).id());
    }

    /** The bytes of a shared file; nothing once it is deleted. */
    public Optional<byte[]> file(String fileId) {
        return sight.file(fileId);
    }

    /** What the bot called, oldest first, its use of response URLs among it. */
    public List<Call> calls() {
        return sight.calls();
    }

    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** What the bot was brought, oldest first, every attempt counted. */
    public List<Push> pushes() {
        return sight.pushes();
    }

    public Faults faults() {
        return new Faults(faults, events);
    }

    /** Brings any event to the bot, as it is given, in an envelope of its own. */
    public void event(ObjectNode inner) {
        world.bell().tellBot(Happening.of(inner.deepCopy()));
        events.awaitTried(Doing.LONGEST);
    }

    /**
     * From now on events are not brought but kept, so that a test can bring them in any order and number. Those already
     * on their way still arrive. Nobody who acts waits for the bot while events are held.
     */
    public void holdEvents() {
        events.hold();
    }

    /** The held events that the bot has not taken yet, oldest first: whole envelopes, copies. Any thread. */
    public List<JsonNode> heldEvents() {
        return events.held();
    }

    /**
     * Brings this envelope now, signed by the workspace's clock, and gives the HTTP status of the answer, 0 when there
     * was none within three seconds. It is not tried again. Several threads may deliver at the same time.
     */
    public int deliver(JsonNode envelope) {
        return deliver(envelope, 0);
    }

    /** The same as a retry: the number goes into `X-Slack-Retry-Num`, with `http_timeout` as the reason. */
    public int deliver(JsonNode envelope, int retryNum) {
        return events.deliver(envelope.deepCopy(), retryNum).status();
    }

    /** Brings the held events that were not taken, in order, and from now on all as they come. */
    public void releaseEvents() {
        events.release();
        events.awaitTried(Doing.LONGEST);
    }

    /** From now on events are brought as they come; those held are never brought. */
    public void forgetHeldEvents() {
        events.forgetHeld();
    }

    /**
     * Slack delivers too many events: it says so in a signed `app_rate_limited` request of this minute by the
     * workspace's clock, and until {@link #endEventRateLimit} every event is lost. Slack says it anew each minute, and
     * so can a test. Gives the HTTP status of the bot's answer.
     */
    public int rateLimitEvents() {
        events.rateLimit(true);
        return formalities.rateLimited();
    }

    /** From now on events are brought again; what was lost stays lost. */
    public void endEventRateLimit() {
        events.rateLimit(false);
    }

    /** Sends what Slack sends once when a request URL is set: whether the bot gave the challenge back. */
    public boolean verify() {
        return formalities.verify();
    }

    /** What a canvas says, as Markdown; nothing once it is deleted. */
    public Optional<String> canvas(String canvasId) {
        return world.locked(() -> world.canvases().find(canvasId)).map(Canvas::markdown);
    }

    /** Says what is due; then whether nothing is on its way to the bot, now or before the time is up. */
    public boolean awaitQuiet(Duration atMost) {
        deeds.schedule().postDue();
        return postman.quiet().await(atMost);
    }

    @Override
    public void close() {
        ticking.close();
        events.close();
        web.close();
        socketServer.shut();
    }
}
