package dev.muster.desk;

import dev.muster.incident.ChannelName;
import dev.muster.incident.Handbook;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What this installation has settled on.
 *
 * @param announce name or id of the channel where incidents are announced
 * @param video the link of a video call, with {@code {random}} where a name that cannot be guessed goes
 * @param remindAt the time of day meant by a due date without one, in the owner's zone
 * @param zone where no person's own zone is known
 * @param home the bot's own address, for links
 * @param outside what each audience outside the response is told
 */
public record House(
        String announce,
        ChannelName channelName,
        String video,
        LocalTime remindAt,
        ZoneId zone,
        URI home,
        Handbook handbook,
        List<Wording> outside) {

    public House {
        outside = List.copyOf(outside);
    }
}
