package dev.muster.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.api.FaultPlan;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.people.People;
import dev.muster.workspace.push.EventQueue;
import dev.muster.workspace.push.Postman;
import dev.muster.workspace.push.SocketServer;
import dev.muster.workspace.push.SocketTarget;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.ChannelJson;
import dev.muster.workspace.state.Ephemerals;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.Usergroup;
import dev.muster.workspace.state.World;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
    private final Web web;
    private final People people;

    Workspace(Builder builder) {
        world = new World(builder.app(), builder.clock, builder.patience);
        deeds = Deeds.in(world);
        postman = new Postman(sockets, world.traffic(), builder.clock, signingSecret);
        events = new EventQueue(postman, world.stamps(), builder.retryDelays);
        furnish(builder);
        world.bell().onEvent(events::add);
        web = new Web(builder.port);
        people = People.with(deeds, postman, web.url());
        web.open(new Web.Parts(deeds, people, faults, sockets, socketServer), botToken, appToken, builder.speed);
    }

    private void furnish(Builder builder) {
        builder.people.forEach(person -> world.directory().put(person.account()));
        world.directory().put(botAccount(builder.appName));
        for (String name : builder.channels) {
            Channel channel = world.channels()
                    .create(Channel.Kind.PUBLIC, name, builder.people.get(0).id());
            builder.people.forEach(person -> channel.members().add(person.id()));
        }
    }

    private static Account botAccount(String appName) {
        String handle = appName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        Account like = Person.of(handle, appName, "", "Etc/UTC").account();
        return new Account(App.BOT_USER, handle, appName, "", like.zone(), like.color(), true, false);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Opens its doors, on loopback only. */
    public Workspace start() {
        socketServer.open();
        web.start();
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

    public List<Person> people() {
        return world.locked(() -> world.directory().accounts()).stream()
                .filter(account -> !account.bot())
                .map(Person::of)
                .toList();
    }

    /** Does things as this person. */
    public Acting as(String handle) {
        return new Acting(world, people, events, account(handle));
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
        Usergroup group = new Usergroup(Ids.next("S"), handle, name, users);
        return world.locked(() -> {
            world.directory().put(group);
            return group.id();
        });
    }

    /** Everything in a channel, replies too, oldest first. */
    public List<JsonNode> messages(String channel) {
        return world.locked(() -> world.channels().findAny(channel).stream()
                .flatMap(found -> world.messages().all(found.id()).stream()
                        .map(message -> (JsonNode) world.messages().shown(found, message, true)))
                .toList());
    }

    /** One message by its channel and ts. */
    public Optional<JsonNode> message(String channel, String ts) {
        return messages(channel).stream()
                .filter(message -> message.path("ts").asText().equals(ts))
                .findFirst();
    }

    public Optional<JsonNode> channel(String nameOrId) {
        return world.locked(() -> world.channels().findAny(nameOrId).map(this::described));
    }

    public List<JsonNode> channels() {
        return world.locked(() -> world.channels().all().stream()
                .filter(channel -> !channel.isDirect())
                .map(this::described)
                .toList());
    }

    /** As the bot sees it, and with its members, pins and bookmarks. */
    private JsonNode described(Channel channel) {
        ObjectNode json = ChannelJson.of(channel, App.BOT_USER);
        json.set("members", Json.strings(channel.members()));
        json.set("pins", Json.strings(channel.pins()));
        return json.set("bookmarks", Json.nodes(channel.bookmarks().values()).deepCopy());
    }

    /** The conversation of this person with the bot. */
    public List<JsonNode> dms(String handle) {
        Set<String> both = Set.of(account(handle).id(), App.BOT_USER);
        return world.locked(() -> world.channels().findDirect(both))
                .map(channel -> messages(channel.id()))
                .orElse(List.of());
    }

    /** What only this person saw. */
    public List<JsonNode> ephemerals(String handle) {
        String reader = account(handle).id();
        return world.locked(() ->
                world.ephemerals().of(reader).stream().map(Workspace::whispered).toList());
    }

    private static JsonNode whispered(Ephemerals.Whisper whisper) {
        return whisper.json().deepCopy().put("channel", whisper.channel());
    }

    /** The forms open before this person, the one on top last. */
    public List<JsonNode> openViews(String handle) {
        String user = account(handle).id();
        return world.locked(() -> Json.copies(world.views().stack(user)));
    }

    public Optional<JsonNode> home(String handle) {
        String user = account(handle).id();
        return world.locked(() -> world.views().home(user).map(view -> (JsonNode) view.deepCopy()));
    }

    /** The bytes of a shared file. */
    public Optional<byte[]> file(String fileId) {
        return world.locked(() -> world.files().content(fileId));
    }

    /** What the bot called, oldest first, its use of response URLs among it. */
    public List<Call> calls() {
        return rows().stream().filter(row -> row.kind().fromBot()).map(Call::of).toList();
    }

    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** What the bot was brought, oldest first, every attempt counted. */
    public List<Push> pushes() {
        return rows().stream()
                .filter(row -> !row.kind().fromBot())
                .map(Push::of)
                .toList();
    }

    private Collection<Row> rows() {
        return world.traffic().rows();
    }

    public Faults faults() {
        return new Faults(faults, events);
    }

    /** Whether nothing is on its way to the bot, now or before the time is up. */
    public boolean awaitQuiet(Duration atMost) {
        return postman.quiet().await(atMost);
    }

    @Override
    public void close() {
        events.close();
        web.close();
        socketServer.shut();
    }
}
