package dev.muster.desk;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.incident.Actor;
import dev.muster.incident.FollowingUp;
import dev.muster.incident.Incident;
import dev.muster.incident.Refusal;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.incident.UserId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Actor EVE = new Actor(new UserId("U0EVE"), "Eve");

    private final Map<String, Set<UserId>> groups = new HashMap<>();

    @Test
    void leavesToWhoeverDeclaredItWhatNobodyHasARoleFor() {
        Incident incident = Samples.opened();

        for (Audience audience : List.of(Audience.RESPONDER, Audience.LEAD, Audience.COMMANDER)) {
            assertThat(audience.includes(incident, ANN.id())).as("%s", audience).isTrue();
            assertThat(audience.includes(incident, BOB.id())).as("%s", audience).isFalse();
        }
    }

    @Test
    void leavesItToTheRolesOnceSomebodyHasOne() {
        Incident tech =
                Responding.assign(Samples.opened(), Role.TECH, BOB, ANN, NOW).incident();
        Incident both = Responding.assign(tech, Role.IC, EVE, ANN, NOW).incident();

        assertThat(Audience.LEAD.includes(tech, ANN.id())).isFalse();
        assertThat(Audience.LEAD.includes(tech, BOB.id())).isTrue();
        assertThat(Audience.COMMANDER.includes(tech, ANN.id())).isTrue();
        assertThat(Audience.COMMANDER.includes(tech, BOB.id())).isFalse();
        assertThat(Audience.COMMANDER.includes(both, ANN.id())).isFalse();
        assertThat(Audience.COMMANDER.includes(both, EVE.id())).isTrue();
        assertThat(Audience.RESPONDER.includes(both, ANN.id())).isTrue();
    }

    @Test
    void takesTheOwnerOfAnActionItemForAResponder() {
        Incident incident = FollowingUp.add(
                        Samples.opened(), Samples.item(NOW, ZoneId.of("UTC")), BOB, ANN, HANDBOOK.reminders(), NOW)
                .incident();

        assertThat(Audience.RESPONDER.includes(incident, BOB.id())).isTrue();
        assertThat(Audience.LEAD.includes(incident, BOB.id())).isFalse();
    }

    @Test
    void saysWhoMayAndWhatToDo() {
        Incident commanded =
                Responding.assign(Samples.opened(), Role.IC, ANN, ANN, NOW).incident();

        assertRefused(
                Map.of("close", Audience.COMMANDER),
                commanded,
                "Only the incident commander of INC-42 (@Ann) may use `/incident close`. Nothing was changed. "
                        + "Ask them, or take the role: `/incident 42 role ic`.");
        assertRefused(
                Map.of("hold-end", Audience.LEAD),
                commanded,
                "Only whoever holds a role in INC-42 (@Ann) may use `/incident hold end`. Nothing was changed. "
                        + "Ask them, or take a role, e.g. `/incident 42 role ic`.");
        assertRefused(
                Map.of("cancel", Audience.RESPONDER),
                commanded,
                "Only whoever declared INC-42, holds a role or owns an action item in it may use `/incident cancel`. "
                        + "Nothing was changed. Ask them, or take a role, e.g. `/incident 42 role ic`.");
    }

    @Test
    void offersNoRoleThatCannotBeTaken() {
        assertRefused(
                Map.of("reopen", Audience.COMMANDER),
                Samples.closed(),
                "Only whoever declared INC-42 (@Ann) may use `/incident reopen`. Nothing was changed. Ask them.");
        assertRefused(
                Map.of("close", Audience.LEAD, "role", Audience.COMMANDER),
                Samples.opened(),
                "Only whoever declared INC-42 (@Ann) may use `/incident close`. Nothing was changed. Ask them.");
    }

    @Test
    void namesTheAdmins() {
        Policy policy = policy(Map.of("declare", Audience.ADMIN), "U0ANN", "U0EVE");

        policy.require("declare", Optional.empty(), ANN.id());
        assertThatThrownBy(() -> policy.require("declare", Optional.empty(), BOB.id()))
                .isInstanceOf(Refusal.class)
                .hasMessage("Only an admin may use `/incident declare`. Nothing was changed. "
                        + "Ask an admin: @Ann, @Eve.");
        assertThatThrownBy(() ->
                        policy(Map.of("sev", Audience.ADMIN)).require("sev", Optional.of(Samples.opened()), ANN.id()))
                .hasMessage("Only an admin may use `/incident sev`. Nothing was changed. "
                        + "Whoever runs me can name admins in the settings, under `policy`.");
    }

    @Test
    void takesTheMembersOfAGroupForAdminsOnceTheyAreKnown() {
        Policy policy = policy(Map.of("sev", Audience.ADMIN), "S0OPS", "U0EVE");
        Optional<Incident> incident = Optional.of(Samples.opened());

        assertThatThrownBy(() -> policy.require("sev", incident, BOB.id()))
                .hasMessage("Only an admin may use `/incident sev`. Nothing was changed. Ask an admin: @Eve. "
                        + "Slack has not told me yet who is in the user group S0OPS, "
                        + "so I cannot tell whether you are an admin. Try again in a minute.");
        groups.put("S0OPS", Set.of(BOB.id()));

        policy.require("sev", incident, BOB.id());
        assertThatThrownBy(() -> policy.require("sev", incident, ANN.id()))
                .hasMessageContaining("Ask an admin: @Bob, @Eve.")
                .hasMessageNotContaining("Slack has not told me");
    }

    private void assertRefused(Map<String, Audience> verbs, Incident incident, String expected) {
        String verb = verbs.keySet().stream()
                .filter(one -> !one.equals("role"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> policy(verbs).require(verb, Optional.of(incident), BOB.id()))
                .isInstanceOf(Refusal.class)
                .hasMessage(expected);
    }

    private Policy policy(Map<String, Audience> verbs, String... admins) {
        return new Policy(
                new Policy.Table(verbs, List.of(admins)),
                group -> Optional.ofNullable(groups.get(group)),
                new TheThree());
    }

    /** Ann, Bob and Eve. */
    private static final class TheThree implements People {

        @Override
        public Person get(UserId id) {
            Actor known = List.of(ANN, BOB, EVE).stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            return new Person(id, known.name(), ZoneId.of("UTC"));
        }

        @Override
        public Optional<Person> findByHandle(String handle) {
            return Optional.empty();
        }
    }
}
