package dev.muster.timeline.export;

import dev.muster.incident.Actor;
import dev.muster.incident.Incident;
import dev.muster.incident.Milestone;
import dev.muster.incident.Role;
import dev.muster.timeline.Chain;
import dev.muster.timeline.Exported;
import dev.muster.timeline.Json;
import dev.muster.timeline.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** One object: the incident, its rows (one a line, as in the JSON lines), and where their chain ends. */
final class JsonObject implements Shape {

    private final Incident incident;
    private final Glance glance;
    private final Out out;
    private String between = "\n";

    JsonObject(Incident incident, Glance glance, Out out) {
        this.incident = incident;
        this.glance = glance;
        this.out = out;
    }

    @Override
    public void begin() {
        out.raw("{\"incident\":").raw(Json.write(facts())).raw(",\n\"rows\":[");
    }

    @Override
    public void row(Row row) {
        out.raw(between).raw(Json.write(glance.exported(row)));
        between = ",\n";
    }

    @Override
    public void end(Chain head) {
        out.raw("\n],\n\"head\":").raw(Json.write(head(head))).raw("}\n");
    }

    static Map<String, Object> head(Chain chain) {
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("seq", chain.length());
        end.put("hash", chain.head());
        return end;
    }

    private Map<String, Object> facts() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", incident.id().toString());
        object.put("title", incident.title());
        object.put("severity", incident.severity().toString());
        object.put("stage", incident.stage().toString());
        incident.conduct().ending().ifPresent(ending -> object.put("ending", ending.words()));
        object.put("declaredAt", Exported.time(incident.facts().declaredAt()));
        object.put("declaredBy", person(incident.facts().declaredBy()));
        object.put("private", incident.facts().isPrivate());
        object.put("drill", incident.facts().drill());
        object.put("roles", roles());
        object.put("times", times());
        return object;
    }

    private Map<String, Object> roles() {
        Map<String, Object> holders = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            incident.holder(role).ifPresent(holder -> holders.put(role.toString(), holder.value()));
        }
        return holders;
    }

    private Map<String, Object> times() {
        Map<String, Object> reached = new LinkedHashMap<>();
        for (Milestone milestone : Milestone.values()) {
            incident.time(milestone).ifPresent(at -> reached.put(milestone.code(), Exported.time(at)));
        }
        return reached;
    }

    private static Map<String, Object> person(Actor actor) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", actor.id().value());
        object.put("name", actor.name());
        return object;
    }
}
