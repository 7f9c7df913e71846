package dev.muster.workspace.api;

import java.util.List;
import java.util.Map;

/** How often Slack lets each method be called, by its documented tier; whatever is not named here is in the third. */
final class Tiers {
    private static final int THIRD = 50;
    private static final int POSTS = 300;
    private static final Map<Integer, List<String>> METHODS = Map.of(
            1,
            List.of("apps.connections.open"),
            20,
            List.of(
                    "bookmarks.add",
                    "bookmarks.edit",
                    "bookmarks.remove",
                    "canvases.create",
                    "conversations.archive",
                    "conversations.canvases.create",
                    "conversations.create",
                    "conversations.list",
                    "conversations.rename",
                    "conversations.setPurpose",
                    "conversations.setTopic",
                    "conversations.unarchive",
                    "emoji.list",
                    "pins.add",
                    "pins.list",
                    "pins.remove",
                    "reactions.list",
                    "reactions.remove",
                    "usergroups.create",
                    "usergroups.disable",
                    "usergroups.enable",
                    "usergroups.list",
                    "usergroups.update",
                    "usergroups.users.list",
                    "usergroups.users.update",
                    "users.conversations",
                    "users.list"),
            100,
            List.of(
                    "api.test",
                    "chat.postEphemeral",
                    "conversations.members",
                    "files.completeUploadExternal",
                    "files.getUploadURLExternal",
                    "users.info",
                    "users.profile.get",
                    "views.open",
                    "views.publish",
                    "views.push",
                    "views.update"),
            POSTS,
            List.of("auth.test", "chat.getPermalink", "chat.postMessage"));

    private Tiers() {}

    static int perMinute(String method) {
        return METHODS.entrySet().stream()
                .filter(tier -> tier.getValue().contains(method))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(THIRD);
    }
}
