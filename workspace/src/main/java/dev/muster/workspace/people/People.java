package dev.muster.workspace.people;

import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.push.Postman;

/** All that a person can do. */
public record People(
        Talk talk, Places places, Commands commands, Presses presses, Submissions submissions, Shortcuts shortcuts) {
    public static People with(Deeds deeds, Postman postman, String baseUrl) {
        Payloads payloads = new Payloads(deeds.world(), baseUrl);
        Talk talk = new Talk(deeds, baseUrl);
        Places places = new Places(deeds);
        return new People(
                talk,
                places,
                new Commands(deeds, postman, payloads, new OwnCommands(deeds, talk, places)),
                new Presses(deeds, postman, payloads),
                new Submissions(deeds, postman, payloads),
                new Shortcuts(deeds, postman, payloads));
    }
}
