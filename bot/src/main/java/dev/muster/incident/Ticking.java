package dev.muster.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is done of a role's checklist. Pure decisions. */
public final class Ticking {

    private Ticking() {}

    /**
     * The task is done.
     *
     * @param number of the task in the list, from 1
     * @throws Refusal if the list has no such task
     */
    public static Change done(Incident incident, Role role, int number, Actor by, Handbook handbook, Instant at) {
        incident.requireNotClosed();
        String task = task(role, number, handbook);
        if (incident.conduct().tick(role, task).isPresent()) {
            return Change.none(incident);
        }
        List<Tick> more = new ArrayList<>(incident.conduct().ticks());
        more.add(new Tick(role, task, by, at));
        return showing(incident, role, more, at).saying(line(role, task, "Done", by, at));
    }

    /** It is not done after all. */
    public static Change undone(Incident incident, Role role, int number, Actor by, Handbook handbook, Instant at) {
        incident.requireNotClosed();
        String task = task(role, number, handbook);
        List<Tick> fewer = new ArrayList<>(incident.conduct().ticks());
        return fewer.removeIf(tick -> tick.role() == role && tick.task().equals(task))
                ? showing(incident, role, fewer, at).saying(line(role, task, "Not done after all", by, at))
                : Change.none(incident);
    }

    private static Change showing(Incident incident, Role role, List<Tick> ticks, Instant at) {
        Change change = Change.to(incident.with(incident.conduct().ticked(ticks)));
        return incident.holder(role)
                .map(holder ->
                        change.promising(Promise.toPerson(incident.id(), Chore.TASKS, role.toString(), holder, at)))
                .orElse(change);
    }

    private static String task(Role role, int number, Handbook handbook) {
        List<String> tasks = handbook.rule(role).checklist();
        if (number < 1 || number > tasks.size()) {
            throw new Refusal("The checklist of %s has no task %d. Nothing was changed. See `/incident tasks %s`."
                    .formatted(role.title(), number, role));
        }
        return tasks.get(number - 1);
    }

    private static Entry line(Role role, String task, String what, Actor by, Instant at) {
        return Entry.of(at, Kind.NOTE, by, "%s (%s): %s".formatted(what, role.title(), task))
                .with("role", role.toString())
                .with("task", task);
    }
}
