package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.push.SocketServer;
import dev.muster.workspace.push.SocketTarget;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.World;
import java.util.Map;

/** Who the bot is, and where. */
final class InfoApi {
    private final World world;
    private final String baseUrl;
    private final SocketTarget sockets;
    private final SocketServer socketServer;

    InfoApi(World world, String baseUrl, SocketTarget sockets, SocketServer socketServer) {
        this.world = world;
        this.baseUrl = baseUrl;
        this.sockets = sockets;
        this.socketServer = socketServer;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("api.test", this::test);
        methods.put("auth.test", this::authTest);
        methods.put("apps.connections.open", args -> Json.object().put("url", socketServer.url(sockets.ticket())));
        methods.put("bots.info", this::bot);
        methods.put("team.info", this::team);
        methods.put("emoji.list", this::emoji);
    }

    private ObjectNode test(Args args) {
        ObjectNode answer = Json.object();
        answer.set("args", args.given());
        args.find("error").ifPresent(error -> {
            throw new Refusal(error).with("args", args.given());
        });
        return answer;
    }

    private ObjectNode authTest(Args args) {
        ObjectNode answer = Json.object().put("url", baseUrl).put("team", "Muster workspace");
        answer.put("user", world.directory().get(App.BOT_USER).handle());
        answer.put("team_id", App.TEAM).put("user_id", App.BOT_USER);
        return answer.put("bot_id", App.BOT_ID).put("is_enterprise_install", false);
    }

    private ObjectNode bot(Args args) {
        return world.directory()
                .findRobot(args.find("bot").orElse(App.BOT_ID))
                .map(robot -> Json.object().<ObjectNode>set("bot", robot.profile()))
                .orElseThrow(() -> new Refusal("bot_not_found"));
    }

    private ObjectNode team(Args args) {
        ObjectNode answer = Json.object();
        ObjectNode team = answer.putObject("team").put("id", App.TEAM).put("name", "Muster workspace");
        team.put("domain", App.DOMAIN).put("email_domain", "").put("url", baseUrl);
        team.putObject("icon").put("image_default", true);
        return answer;
    }

    private ObjectNode emoji(Args args) {
        ObjectNode answer = Json.object();
        ObjectNode names = answer.putObject("emoji");
        world.emoji().forEach(names::put);
        return answer.put("cache_ts", Long.toString(world.stamps().seconds()));
    }
}
