package dev.muster.workspace.people;

import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.push.Postman;

/** All that a person can do. */
public record People(Talk talk, Commands commands, Presses presses, Submissions submissions, Shortcuts shortcuts) {
    public static People with(Deeds deeds, Postman postman, String baseUrl) {
        Payloads payloads = new Payloads(deeds.world(), baseUrl);
        Talk talk = new Talk(deeds, baseUrl);
        return new People(
                talk,
                new Commands(deeds, postman, payloads, talk),
                new Presses(deeds, postman, payloads),
                new Submissions(deeds, postman, payloads),
                new Shortcuts(deeds, postman, payloads));
    }
}
