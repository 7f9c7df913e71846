package dev.muster.workspace.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.people.People;
import dev.muster.workspace.state.Account;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the page asks for. */
final class Reads {
    private static final int MOST_ROWS = 500;
    private final World world;
    private final Deeds deeds;
    private final People people;
    private final Render render;
    private final double speed;
    private final Map<String, Function<HttpServletRequest, ObjectNode>> reads = Map.of(
            "state", this::state,
            "messages", this::messages,
            "replies", this::replies,
            "home", this::home,
            "views", this::views,
            "traffic", request -> traffic());

    Reads(Deeds deeds, People people, double speed) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.people = people;
        this.speed = speed;
        render = new Render(world);
    }

    Optional<ObjectNode> read(String name, HttpServletRequest request) {
        return Optional.ofNullable(reads.get(name)).map(read -> world.locked(() -> read.apply(request)));
    }

    private String reader(HttpServletRequest request) {
        return person(world, parameter(request, "as")).id();
    }

    /** By id or handle; nobody in particular is the first of all. */
    static Account person(World world, String idOrHandle) {
        return world.directory().accounts().stream()
                .filter(account -> idOrHandle.isEmpty())
                .findFirst()
                .or(() -> world.directory().find(idOrHandle))
                .or(() -> world.directory().findByHandle(idOrHandle))
                .filter(account -> !account.bot())
                .orElseThrow(() -> new Refusal("unknown_person"));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private ObjectNode state(HttpServletRequest request) {
        String reader = reader(request);
        ObjectNode state = Json.object();
        state.putObject("workspace").put("name", "Muster workspace");
        state.set("me", render.person(world.directory().get(reader)));
        state.set(
                "people",
                Json.nodes(world.directory().accounts().stream()
                        .map(render::person)
                        .toList()));
        places(state, reader);
        state.set("app", render.app());
        return state.put("clock", world.stamps().now().toEpochMilli()).put("speed", speed);
    }

    private void places(ObjectNode state, String reader) {
        List<ObjectNode> channels = new ArrayList<>();
        List<ObjectNode> directs = new ArrayList<>();
        for (Channel channel : world.channels().all()) {
            if (channel.kind() == Channel.Kind.IM && channel.has(reader)) {
                directs.add(render.direct(channel, reader));
            } else if (channel.kind() != Channel.Kind.IM && channel.visibleTo(reader)) {
                channels.add(render.channel(channel, reader));
            }
        }
        state.set("channels", Json.nodes(channels));
        state.set("dms", Json.nodes(directs));
    }

    private ObjectNode messages(HttpServletRequest request) {
        String reader = reader(request);
        Channel channel = deeds.channel(parameter(request, "channel"), reader);
        return Json.object().set("messages", Json.nodes(render.messages(channel, reader)));
    }

    private ObjectNode replies(HttpServletRequest request) {
        String reader = reader(request);
        Channel channel = deeds.channel(parameter(request, "channel"), reader);
        return Json.object().set("messages", Json.nodes(render.thread(channel, parameter(request, "ts"), reader)));
    }

    private ObjectNode home(HttpServletRequest request) {
        String reader = reader(request);
        if (parameter(request, "opened").equals("1")) {
            people.places().openHome(reader);
        }
        return Json.object().set("view", render.home(reader));
    }

    private ObjectNode views(HttpServletRequest request) {
        return Json.object().set("views", Json.nodes(render.views(reader(request))));
    }

    private ObjectNode traffic() {
        List<Row> rows = world.traffic().rows();
        List<Row> newest = rows.subList(Math.max(0, rows.size() - MOST_ROWS), rows.size());
        return Json.object()
                .set("rows", Json.nodes(newest.stream().map(Row::json).toList()));
    }
}
