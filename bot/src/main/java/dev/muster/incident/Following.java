package dev.muster.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who wants word of an incident in person, wherever they are. Pure decisions. */
public final class Following {

    private Following() {}

    /** From now on they get a direct message with each update, and are told at once how it stands. */
    public static Change subscribe(Incident incident, Actor who, Actor by, Instant at) {
        incident.requireNotClosed();
        List<UserId> all = new ArrayList<>(incident.conduct().subscribers());
        if (all.contains(who.id())) {
            return Change.none(incident);
        }
        all.add(who.id());
        return Change.to(incident.with(incident.conduct().subscribed(all)))
                .saying(line(who, "gets word of it in person", by, at))
                .promising(word(incident, who.id(), at));
    }

    public static Change unsubscribe(Incident incident, Actor who, Actor by, Instant at) {
        List<UserId> fewer = new ArrayList<>(incident.conduct().subscribers());
        return fewer.remove(who.id())
                ? Change.to(incident.with(incident.conduct().subscribed(fewer)))
                        .saying(line(who, "gets no word of it in person any more", by, at))
                        .withdrawing(Chore.WORD, who.id().value())
                : Change.none(incident);
    }

    /** Whoever follows it is told how it stands now. */
    static Change telling(Change change, Instant at) {
        Change telling = change;
        for (UserId subscriber : change.incident().conduct().subscribers()) {
            telling = telling.promising(word(change.incident(), subscriber, at));
        }
        return telling;
    }

    private static Promise word(Incident incident, UserId subscriber, Instant at) {
        return Promise.toPerson(incident.id(), Chore.WORD, subscriber.value(), subscriber, at);
    }

    private static Entry line(Actor who, String what, Actor by, Instant at) {
        return Entry.of(at, Kind.NOTE, by, who.name() + " " + what)
                .with("subscriber", who.id().value());
    }
}
