package dev.muster.command;

import dev.muster.desk.People;
import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import dev.muster.timeline.Names;
import dev.muster.timeline.PlainText;

/** What somebody typed, as plain text for the record: mentions by name, entities decoded. */
final class PlainWords {

    private PlainWords() {}

    static String of(String typed, People people) {
        return new PlainText(new Names() {
                    @Override
                    public String of(UserId user) {
                        return people.get(user).name();
                    }

                    @Override
                    public String of(ChannelId channel) {
                        return channel.value();
                    }
                })
                .decode(typed);
    }
}
