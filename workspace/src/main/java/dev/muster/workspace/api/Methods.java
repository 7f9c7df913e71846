package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.deed.Schedule;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.push.SocketServer;
import dev.muster.workspace.push.SocketTarget;
import dev.muster.workspace.state.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All methods of the Web API, by name. */
public final class Methods {
    private final Map<String, Method> methods = new HashMap<>();
    private final World world;
    private final Schedule schedule;

    public Methods(Deeds deeds, Paging paging, String baseUrl, SocketTarget sockets, SocketServer socketServer) {
        world = deeds.world();
        schedule = deeds.schedule();
        new InfoApi(world, baseUrl, sockets, socketServer).addTo(methods);
        new UsersApi(world).addTo(methods);
        new ConversationsApi(deeds).addTo(methods);
        new MembersApi(deeds).addTo(methods);
        new HistoryApi(deeds, paging).addTo(methods);
        new ChatApi(deeds, baseUrl).addTo(methods);
        new ScheduleApi(deeds).addTo(methods);
        new CanvasApi(deeds).addTo(methods);
        new GroupsApi(deeds).addTo(methods);
        new ViewsApi(deeds).addTo(methods);
        new MarksApi(deeds).addTo(methods);
        new BookmarksApi(deeds).addTo(methods);
        new FilesApi(deeds, baseUrl).addTo(methods);
    }

    ObjectNode call(String name, ObjectNode arguments) {
        Method method = methods.get(name);
        if (method == null) {
            return refused("unknown_method").put("req_method", name);
        }
        schedule.postDue();
        try {
            ObjectNode answer = Json.object().put("ok", true);
            return answer.setAll(world.locked(() -> method.call(new Args(arguments))));
        } catch (Refusal no) {
            return refused(no.error()).setAll(no.details());
        }
    }

    static ObjectNode refused(String error) {
        return Json.object().put("ok", false).put("error", error);
    }

    static Optional<String> error(ObjectNode answer) {
        return answer.path("ok").asBoolean() ? Optional.empty() : Json.text(answer, "error");
    }
}
