package dev.muster.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DirectoryTest extends WorkspaceCase {
    private String presence(String user) {
        return api.ok("users.getPresence", "user", user).path("presence").asText();
    }

    @Test
    void tellsWhoIsAway() {
        ann().goAway();

        assertThat(presence(ANN)).isEqualTo("away");
        assertThat(presence(BOB)).isEqualTo("active");
        ann().comeBack();
        assertThat(presence(ANN)).isEqualTo("active");
        assertThat(api.error("users.getPresence", "user", "UNOBODY")).isEqualTo("user_not_found");
    }

    @Test
    void letsTheBotGoAwayItself() {
        assertThat(api.error("users.setPresence", "presence", "gone")).isEqualTo("invalid_presence");

        api.ok("users.setPresence", "presence", "away");

        assertThat(api.ok("users.getPresence").path("manual_away").asBoolean()).isTrue();
    }

    @Test
    void leavesWhoeverSnoozesInPeaceAsLongAsAskedFor() {
        workspace.as("bob").snooze(Duration.ofHours(1));

        JsonNode quiet = api.ok("dnd.info", "user", BOB);
        assertThat(quiet.path("dnd_enabled").asBoolean()).isTrue();
        assertThat(quiet.path("next_dnd_end_ts").asLong())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)).getEpochSecond());
        assertThat(api.ok("dnd.teamInfo", "users", ANN + "," + BOB)
                        .path("users")
                        .path(ANN)
                        .path("dnd_enabled")
                        .asBoolean())
                .isFalse();
        clock.pass(Duration.ofHours(1));
        assertThat(api.ok("dnd.info", "user", BOB).path("dnd_enabled").asBoolean())
                .isFalse();
    }

    @Test
    void tellsProfilesAndItsOwnEmoji() {
        workspace.emoji("disk-full", "https://example.com/disk.png");

        assertThat(api.ok("users.profile.get", "user", ANN).at("/profile/email").asText())
                .isEqualTo("ann@example.com");
        assertThat(api.ok("emoji.list").at("/emoji/disk-full").asText()).isEqualTo("https://example.com/disk.png");
    }

    @Test
    void makesAndChangesGroupsAndTellsTheBot() {
        String id = api.ok("usergroups.create", "name", "On Call")
                .at("/usergroup/id")
                .asText();
        api.ok("usergroups.users.update", "usergroup", id, "users", ANN + "," + BOB);
        workspace.usergroupMembers(id, "bob", "cleo");
        settle();

        assertThat(api.ok("usergroups.users.list", "usergroup", id)
                        .path("users")
                        .toString())
                .isEqualTo("[\"U0BOB\",\"U0CLEO\"]");
        assertThat(bot.events("subteam_created")).hasSize(1);
        JsonNode changed = bot.events("subteam_members_changed").get(1);
        assertThat(changed.path("added_users").toString()).isEqualTo("[\"U0CLEO\"]");
        assertThat(changed.path("removed_users").toString()).isEqualTo("[\"U0ANN\"]");
    }

    @Test
    void refusesGroupsThatCannotBe() {
        String id = api.ok("usergroups.create", "name", "On Call")
                .at("/usergroup/id")
                .asText();
        String other = workspace.usergroup("dba", "Databases", "ann");

        assertThat(api.error("usergroups.create", "name", "On Call")).isEqualTo("name_already_exists");
        assertThat(api.error("usergroups.update", "usergroup", other, "handle", "on-call"))
                .isEqualTo("handle_already_exists");
        assertThat(api.error("usergroups.users.update", "usergroup", id)).isEqualTo("no_users_provided");
        assertThat(api.error("usergroups.users.update", "usergroup", id, "users", "UNOBODY"))
                .isEqualTo("invalid_users");
        assertThat(api.error("usergroups.users.list", "usergroup", "SNOSUCH")).isEqualTo("no_such_subteam");
    }

    @Test
    void hidesDisabledGroupsUnlessAskedFor() {
        String id = workspace.usergroup("dba", "Databases", "ann");
        api.ok("usergroups.disable", "usergroup", id);

        assertThat(api.ok("usergroups.list").path("usergroups")).isEmpty();
        assertThat(api.ok("usergroups.list", "include_disabled", "true").path("usergroups"))
                .hasSize(1);
        assertThat(api.error("usergroups.disable", "usergroup", id)).isEqualTo("already_disabled");
    }
}
