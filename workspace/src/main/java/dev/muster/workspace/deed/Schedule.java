package dev.muster.workspace.deed;

import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bot shall say later, and the saying of it once the workspace's clock has come that far. */
public final class Schedule {
    private static final long FARTHEST = Duration.ofDays(120).toSeconds();
    private static final long TOO_LATE = Duration.ofMinutes(1).toSeconds();
    private static final long WINDOW = Duration.ofMinutes(5).toSeconds();
    private static final int MOST_IN_WINDOW = 30;
    private final World world;
    private final Posting posting;
    private final Map<String, Appointment> appointments = new LinkedHashMap<>();

    /** A message that waits for its second. */
    public record Appointment(String id, Channel channel, Draft draft, long postAt, long created) {}

    public Schedule(World world, Posting posting) {
        this.world = world;
        this.posting = posting;
    }

    public Appointment add(Channel channel, Draft draft, long postAt) {
        long now = world.stamps().seconds();
        if (postAt <= now) {
            throw new Refusal("time_in_past");
        }
        if (postAt > now + FARTHEST) {
            throw new Refusal("time_too_far");
        }
        if (near(channel, postAt) >= MOST_IN_WINDOW) {
            throw new Refusal("restricted_too_many");
        }
        Appointment made = new Appointment(Ids.next("Q"), channel, draft, postAt, now);
        appointments.put(made.id(), made);
        return made;
    }

    private long near(Channel channel, long postAt) {
        return appointments.values().stream()
                .filter(made -> made.channel().equals(channel))
                .filter(made -> made.postAt() / WINDOW == postAt / WINDOW)
                .count();
    }

    /** What is about to be said within a minute is beyond recall. */
    public void cancel(Channel channel, String id) {
        Appointment made = Optional.ofNullable(appointments.get(id))
                .filter(known -> known.channel().equals(channel))
                .filter(known -> known.postAt() >= world.stamps().seconds() + TOO_LATE)
                .orElseThrow(() -> new Refusal("invalid_scheduled_message_id"));
        appointments.remove(made.id());
    }

    /** The next to be said first. */
    public List<Appointment> all() {
        return appointments.values().stream()
                .sorted(Comparator.comparingLong(Appointment::postAt))
                .toList();
    }

    /** Says what is due. Where the bot may not speak any more, nothing is said, and nobody is told. */
    public void postDue() {
        world.locked(() -> {
            List<Appointment> due = new ArrayList<>(all());
            due.removeIf(made -> made.postAt() > world.stamps().seconds());
            due.forEach(this::post);
            return due.size();
        });
    }

    private void post(Appointment made) {
        appointments.remove(made.id());
        Channel channel = made.channel();
        boolean gone = made.draft()
                .thread()
                .filter(root -> world.messages().find(channel.id(), root).isEmpty())
                .isPresent();
        if (!channel.archived() && channel.visibleTo(App.BOT_USER) && !gone) {
            posting.post(channel, made.draft());
        }
    }
}
