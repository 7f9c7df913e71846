package dev.muster.workspace.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.Checks;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.deed.ViewDesk;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.Triggers;
import dev.muster.workspace.state.World;
import java.util.Map;

/** Forms and home tabs. */
final class ViewsApi {
    private final World world;
    private final ViewDesk desk;

    ViewsApi(Deeds deeds) {
        this.world = deeds.world();
        this.desk = deeds.views();
    }

    void addTo(Map<String, Method> methods) {
        methods.put("views.open", args -> answer(desk.open(reader(args), view(args))));
        methods.put("views.push", args -> answer(desk.push(reader(args), view(args))));
        methods.put("views.update", this::update);
        methods.put("views.publish", this::publish);
    }

    private static ObjectNode answer(ObjectNode view) {
        return Json.object().set("view", view.deepCopy());
    }

    private static JsonNode view(Args args) {
        return args.tree("view", "invalid_arguments")
                .filter(JsonNode::isObject)
                .orElseThrow(() -> Refusal.arguments("missing required field: view"));
    }

    /** Whom the trigger allows a form to; a view that does not fit does not use the trigger up. */
    private String reader(Args args) {
        Checks.view(view(args), "modal");
        Triggers.Use use = world.triggers().use(args.required("trigger_id"));
        use.error().ifPresent(error -> {
            throw new Refusal(error);
        });
        return use.user();
    }

    private ObjectNode update(Args args) {
        JsonNode given = view(args);
        ObjectNode present = args.find("view_id")
                .flatMap(id -> world.views().find(id))
                .or(() -> args.find("external_id").flatMap(id -> world.views().findExternal(id)))
                .orElseThrow(() -> new Refusal("not_found"));
        return answer(desk.update(present, given, args.find("hash")));
    }

    private ObjectNode publish(Args args) {
        String user = args.required("user_id");
        if (world.directory().find(user).isEmpty()) {
            throw Refusal.arguments("invalid user [json-pointer:/user_id]");
        }
        return answer(desk.publish(user, view(args), args.find("hash")));
    }
}
