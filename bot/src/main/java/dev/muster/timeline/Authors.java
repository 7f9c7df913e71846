package dev.muster.timeline;

import dev.muster.incident.Actor;
import dev.muster.incident.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who wrote a message, and what they are called. */
final class Authors {

    /** Stands for whoever wrote what the workspace can no longer decrypt. */
    private static final UserId REVOKED = new UserId("UREVOKEDU");

    /** Notices of Slack's in which {@code bot_id} is the bot that they are about. */
    private static final Set<String> ABOUT_A_BOT = Set.of("bot_add", "bot_remove");

    private final Self self;
    private final Names names;

    Authors(Self self, Names names) {
        this.self = self;
        this.names = names;
    }

    boolean isSelf(Fields message) {
        return ABOUT_A_BOT.contains(message.plain("subtype"))
                ? message.plain("user").equals(self.userId())
                : self.wrote(message);
    }

    /** Empty for the bot itself, and where Slack does not tell. */
    Optional<Actor> of(Fields message) {
        return isSelf(message) ? Optional.empty() : person(message).or(() -> bot(message));
    }

    /** Whether an app wrote it, also in the name of a person. */
    static boolean isApp(Fields message) {
        return Stream.of("bot_id", "app_id")
                        .anyMatch(name -> !message.plain(name).isBlank())
                || message.plain("subtype").equals("bot_message");
    }

    private Optional<Actor> person(Fields message) {
        return message.text("user")
                .filter(id -> !id.isBlank())
                .map(UserId::new)
                .map(id -> new Actor(id, name(id, message)));
    }

    /** Somebody of another workspace may be missing in the directory; then the message itself says their name. */
    private String name(UserId id, Fields message) {
        if (id.equals(REVOKED)) {
            return "somebody";
        }
        String known = names.of(id);
        Fields profile = message.object("user_profile");
        return known.equals(id.value())
                ? first(
                                profile.text("display_name"),
                                profile.text("real_name"),
                                profile.text("name"),
                                message.object("bot_profile").text("name"))
                        .orElse(known)
                : known;
    }

    private static Optional<Actor> bot(Fields message) {
        return first(message.text("bot_id"))
                .map(id -> new Actor(
                        new UserId(id),
                        first(
                                        message.text("username"),
                                        message.object("bot_profile").text("name"))
                                .orElse(id)));
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... texts) {
        return Stream.of(texts)
                .flatMap(Optional::stream)
                .filter(Predicate.not(String::isBlank))
                .findFirst();
    }
}
