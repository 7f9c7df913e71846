package dev.muster.slack;

import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Posts;
import dev.muster.desk.Posts.Post;
import dev.muster.desk.RunDesk;
import dev.muster.incident.Actor;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Refusal;
import dev.muster.incident.UserId;
import dev.muster.runbook.Outcome;
import dev.muster.timeline.Fields;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people do without words: a check mark on a step or an action item, a look at the bot's home. */
public final class Gestures {

    private static final Logger log = LoggerFactory.getLogger(Gestures.class);

    private final Posts posts;
    private final IncidentDesk desk;
    private final RunDesk runs;
    private final Directory directory;
    private final Consumer<UserId> showHome;

    public Gestures(Posts posts, IncidentDesk desk, RunDesk runs, Directory directory, Consumer<UserId> showHome) {
        this.posts = posts;
        this.desk = desk;
        this.runs = runs;
        this.directory = directory;
        this.showHome = showHome;
    }

    void act(Fields event, String origin) {
        switch (event.plain("type")) {
            case "app_home_opened" -> event.text("user").map(UserId::new).ifPresent(showHome);
            case "reaction_added" -> reaction(event, origin);
            default -> {
                // Nothing but a line of the record.
            }
        }
    }

    private void reaction(Fields event, String origin) {
        Fields item = event.object("item");
        Optional<UserId> user = event.text("user").map(UserId::new);
        if (event.plain("reaction").equals("white_check_mark") && user.isPresent()) {
            Intake.channel(event)
                    .flatMap(channel -> posts.find(new MessageRef(channel, item.plain("ts"))))
                    .ifPresent(post -> done(post, directory.get(user.get()).actor(), origin));
        }
    }

    private void done(Post post, Actor by, String origin) {
        String[] name = post.name().split(":");
        try {
            if (name[0].equals("action")) {
                int number = Integer.parseInt(name[1]);
                desk.change(
                        post.incident(),
                        Optional.of(origin),
                        (incident, at) -> FollowingUp.done(incident, number, by, at));
            } else if (name[0].equals("step")) {
                String[] runAndStep = name[1].split("/", 2);
                runs.mark(post.incident(), Integer.parseInt(runAndStep[0]), runAndStep[1], Outcome.DONE, by);
            }
        } catch (Refusal refusal) {
            log.info("check mark by {} on {} of {}: {}", by.id(), post.name(), post.incident(), refusal.reason());
        }
    }
}
