package dev.muster.workspace.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;

/** A channel as the Web API describes it. */
public final class ChannelJson {
    private ChannelJson() {}

    public static ObjectNode of(Channel channel, String reader) {
        ObjectNode json = Json.object().put("id", channel.id());
        return channel.kind() == Channel.Kind.IM ? im(json, channel, reader) : room(json, channel, reader);
    }

    private static ObjectNode im(ObjectNode json, Channel channel, String reader) {
        json.put("created", channel.created()).put("is_archived", false).put("is_im", true);
        json.put("is_org_shared", false).put("context_team_id", App.TEAM);
        return json.put("user", channel.other(reader))
                .put("is_user_deleted", false)
                .put("priority", 0);
    }

    private static ObjectNode room(ObjectNode json, Channel channel, String reader) {
        json.put("name", channel.name()).put("name_normalized", channel.name());
        kind(json, channel);
        json.put("created", channel.created()).put("creator", channel.creator());
        json.put("is_archived", channel.archived())
                .put("is_general", channel.name().equals("general"));
        json.put("is_shared", channel.shared()).put("is_org_shared", false).put("is_ext_shared", channel.shared());
        json.put("unlinked", 0).put("context_team_id", App.TEAM).put("is_member", channel.has(reader));
        json.set("topic", channel.topic().json());
        json.set("purpose", channel.purpose().json());
        json.set("previous_names", Json.strings(channel.previousNames()));
        return json.put("num_members", channel.members().size());
    }

    private static void kind(ObjectNode json, Channel channel) {
        json.put("is_channel", !channel.isDirect()).put("is_group", false).put("is_im", false);
        json.put("is_mpim", channel.kind() == Channel.Kind.MPIM);
        json.put("is_private", channel.kind() != Channel.Kind.PUBLIC);
    }
}
