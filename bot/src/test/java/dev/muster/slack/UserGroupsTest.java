package dev.muster.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.desk.Teams.Team;
import dev.muster.incident.UserId;
import dev.muster.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserGroupsTest {

    @Test
    void keepsWhatItHeardWhileSlackDoesNotAnswer() throws Exception {
        try (Workspace workspace = Workspace.builder().start();
                Web web = web(workspace)) {
            String id = workspace.usergroup("sre", "Site reliability", "ann", "bob");
            UserGroups groups = new UserGroups(web, List.of(id));

            workspace.faults().fail("usergroups.users.list", "missing_scope", 1);
            assertThat(groups.refresh()).isFalse();
            assertThat(groups.members(id)).isEmpty();

            assertThat(groups.refresh()).isTrue();
            assertThat(groups.members(id)).contains(Set.of(new UserId("U0ANN"), new UserId("U0BOB")));

            workspace.faults().down(true);
            assertThat(groups.refresh()).isFalse();
            workspace.faults().down(false).fail("usergroups.users.list", "ratelimited", 1);
            assertThat(groups.refresh()).isFalse();
            assertThat(groups.members(id)).contains(Set.of(new UserId("U0ANN"), new UserId("U0BOB")));

            workspace.faults().fail("usergroups.users.list", "no_such_subteam", 1);
            assertThat(groups.refresh()).isFalse();
            assertThat(groups.members(id)).isEmpty();
        }
    }

    @Test
    void readsTheOthersWhereOneCannotBeRead() throws Exception {
        try (Workspace workspace = Workspace.builder().start();
                Web web = web(workspace)) {
            String id = workspace.usergroup("sre", "Site reliability", "ann");
            UserGroups groups = new UserGroups(web, List.of("S0NOBODY", id));

            assertThat(groups.refresh()).isFalse();

            assertThat(groups.members("S0NOBODY")).isEmpty();
            assertThat(groups.members(id)).contains(Set.of(new UserId("U0ANN")));
        }
    }

    @Test
    void knowsAllTeamsByTheirHandlesAndKeepsThemWhileSlackDoesNotAnswer() throws Exception {
        try (Workspace workspace = Workspace.builder().start();
                Web web = web(workspace)) {
            String id = workspace.usergroup("sre", "Site reliability", "ann", "bob");
            UserGroups groups = new UserGroups(web, List.of());
            workspace.faults().fail("usergroups.list", "missing_scope", 1);
            groups.learn();
            assertThat(groups.all()).isEmpty();

            groups.learn();
            workspace.faults().down(true);
            groups.learn();

            assertThat(groups.all())
                    .contains(List.of(new Team(id, "sre", Set.of(new UserId("U0ANN"), new UserId("U0BOB")))));
        }
    }

    private static Web web(Workspace workspace) {
        InstantSource clock = InstantSource.system();
        return new Web(workspace.apiUrl(), workspace.botToken(), new Allowance(clock, 1), new Skew(clock));
    }
}
