package dev.muster.workspace.people;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.deed.BotAnswers;
import dev.muster.workspace.deed.Deeds;
import dev.muster.workspace.deed.Mrkdwn;
import dev.muster.workspace.deed.Refusal;
import dev.muster.workspace.push.Outcome;
import dev.muster.workspace.push.Parcel;
import dev.muster.workspace.push.Postman;
import dev.muster.workspace.state.Channel;
import dev.muster.workspace.state.ResponseUrls.Grant;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.World;
import java.util.Optional;

/** Runs what a person types after a slash: the bot's commands, and the few that belong to the workspace. */
public final class Commands {
    private final World world;
    private final Deeds deeds;
    private final Postman postman;
    private final Payloads payloads;
    private final OwnCommands own;

    Commands(Deeds deeds, Postman postman, Payloads payloads, OwnCommands own) {
        this.world = deeds.world();
        this.deeds = deeds;
        this.postman = postman;
        this.payloads = payloads;
        this.own = own;
    }

    public Response run(String user, String channelId, String line) {
        String command = line.strip().split("\\s", 2)[0];
        String words = line.strip().substring(command.length()).strip();
        if (!world.app().hasCommand(command)) {
            return world.locked(() -> own.run(user, deeds.channel(channelId, user), command, words));
        }
        Parcel parcel = world.locked(() -> parcel(user, channelId, command, words));
        Outcome outcome = postman.send(parcel);
        Response response = Response.of(outcome);
        return response.ok() ? show(parcel.payload(), outcome, response) : response;
    }

    private Parcel parcel(String user, String channelId, String command, String words) {
        Channel channel = deeds.channel(channelId, user);
        String text = new Mrkdwn(world).command(words);
        return Parcel.of(Row.Kind.COMMAND, command, payloads.command(command, text, channel, user));
    }

    private Response show(ObjectNode asked, Outcome outcome, Response response) {
        Grant grant = new Grant(
                asked.path("channel_id").asText(),
                asked.path("user_id").asText(),
                Optional.empty(),
                world.stamps().now());
        try {
            return world.locked(() -> {
                BotAnswers.read(outcome.body())
                        .filter(answer -> answer.has("text") || answer.has("blocks") || answer.has("attachments"))
                        .ifPresent(answer -> deeds.answers().show(grant, answer));
                return response;
            });
        } catch (Refusal unfit) {
            return response.failing(unfit.error());
        }
    }
}
