package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandingOverTest {

    private static final Actor EVE = new Actor(new UserId("U0EVE"), "Eve");

    private final Incident led =
            Responding.assign(Samples.opened(), Role.IC, ANN, ANN, NOW).incident();
    private final Incident offered = offer(led, BOB).incident();

    @Test
    void leavesTheRoleWhereItIsUntilTheOfferIsAccepted() {
        Change change = offer(led, BOB);

        assertThat(change.incident().holder(Role.IC)).contains(ANN.id());
        assertThat(change.incident().conduct().offer(Role.IC)).contains(new Offer(BOB, ANN, NOW));
        assertThat(change.promises())
                .contains(
                        Promise.toPerson(ID, Chore.OFFER, "ic/U0BOB", BOB.id(), NOW),
                        Promise.toRoom(ID, Chore.UNANSWERED, "ic", NOW.plus(HANDBOOK.nudgeRolesAfter())));
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.HANDOVER);
            assertThat(entry.text()).isEqualTo("Ann offers incident commander to Bob");
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void offersNothingThatNobodyHoldsOrThatIsThereAlready() {
        assertThatThrownBy(() -> HandingOver.offer(led, Role.TECH, BOB, ANN, HANDBOOK, NOW))
                .hasMessageContaining("Nobody is tech lead");
        assertThatThrownBy(() -> offer(led, ANN)).hasMessageContaining("already");
        assertThatThrownBy(() -> HandingOver.offer(Samples.closed(), Role.IC, BOB, ANN, HANDBOOK, NOW))
                .hasMessageContaining("is closed");
    }

    @Test
    void movesTheRoleWithTheAcceptance() {
        Change change = HandingOver.accept(offered, Role.IC, BOB, NOW);

        assertThat(change.incident().holder(Role.IC)).contains(BOB.id());
        assertThat(change.incident().conduct().offers()).isEmpty();
        assertThat(change.withdrawn()).extracting(Promise::chore).contains(Chore.UNANSWERED);
        assertThat(change.promises()).contains(Promise.toPerson(ID, Chore.DUTIES, "ic", BOB.id(), NOW));
        assertThat(change.entries().get(0).data())
                .containsAllEntriesOf(Map.of("state", "accepted", "from", "U0ANN", "to", "U0BOB"));
    }

    @Test
    void letsNobodyElseAccept() {
        assertThatThrownBy(() -> HandingOver.accept(offered, Role.IC, EVE, NOW)).hasMessageContaining("not to you");
        assertThatThrownBy(() -> HandingOver.accept(led, Role.IC, BOB, NOW)).hasMessageContaining("not offered");
    }

    @Test
    void leavesTheRoleWhereItIsWhenItIsDeclinedOrTakenBack() {
        Change declined = HandingOver.decline(offered, Role.IC, Optional.of("asleep"), BOB, NOW);
        Change takenBack = HandingOver.decline(offered, Role.IC, Optional.empty(), ANN, NOW);

        assertThat(declined.incident().holder(Role.IC)).contains(ANN.id());
        assertThat(declined.incident().conduct().offers()).isEmpty();
        assertThat(declined.entries().get(0).text()).isEqualTo("Bob declines incident commander: asleep");
        assertThat(takenBack.entries().get(0).text()).startsWith("Ann takes back the offer");
    }

    @Test
    void dropsTheOfferWhenTheRoleGoesElsewhere() {
        Change change = Responding.assign(offered, Role.IC, EVE, EVE, NOW);

        assertThat(change.incident().conduct().offers()).isEmpty();
        assertThat(change.withdrawn()).contains(Promise.toRoom(ID, Chore.UNANSWERED, "ic", Instant.EPOCH));
    }

    @Test
    void freesWhatSomebodyHeldWhoLeavesAndAsksAtOnce() {
        Change change = HandingOver.left(led, ANN, NOW);

        assertThat(change.incident().roles()).isEmpty();
        assertThat(change.promises()).contains(Promise.toRoom(ID, Chore.NUDGE, "ic", NOW));
        assertThat(change.entries()).singleElement().satisfies(entry -> assertThat(entry.text())
                .isEqualTo("Ann left the channel; nobody is incident commander now"));
        assertThat(HandingOver.left(led, BOB, NOW).isEmpty()).isTrue();
        assertThat(HandingOver.left(Samples.closed(), ANN, NOW).isEmpty()).isTrue();
    }

    private static Change offer(Incident incident, Actor to) {
        return HandingOver.offer(incident, Role.IC, to, ANN, HANDBOOK, NOW);
    }
}
