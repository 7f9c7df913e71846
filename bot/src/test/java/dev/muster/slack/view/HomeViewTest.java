package dev.muster.slack.view;

import static dev.muster.incident.Samples.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import dev.muster.desk.Notice.Owned;
import dev.muster.desk.Part;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Incident;
import dev.muster.incident.Responding;
import dev.muster.incident.Role;
import dev.muster.incident.Samples;
import dev.muster.incident.Stage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeViewTest {

    @Test
    void staysWithinSlacksLimitsHoweverMuchIsOpen() {
        Incident incident = Notices.incident("<!channel> " + "x".repeat(3000), Stage.IDENTIFIED, true);
        ActionItem item = incident.actions().get(0);

        View view = HomeView.of(new HomeView.Page(
                BOB.id(),
                Collections.nCopies(100, incident),
                Collections.nCopies(100, incident),
                Collections.nCopies(100, new Owned(incident, item)),
                Collections.nCopies(10, new Part("x".repeat(20), () -> "<!channel> " + "y".repeat(500)))));

        Limits.assertWithin(view);
    }

    @Test
    void showsWhatIsOpenAndWhatSomebodyPromised() {
        Incident led =
                Responding.take(Samples.opened(), Role.IC, BOB, Samples.NOW).incident();
        View view = HomeView.of(new HomeView.Page(
                BOB.id(),
                List.of(led),
                List.of(led),
                List.of(new Owned(led, Samples.item(Samples.NOW, Samples.BERLIN))),
                List.of()));

        assertThat(view.getType()).isEqualTo("home");
        assertThat(view.toString())
                .contains(
                        "Checkout is down",
                        "You are *incident commander* of *INC-42*",
                        "Next update owed",
                        "Action item 1 of INC-42",
                        "Raise the limit",
                        "/incident help")
                .doesNotContain("How Muster is");
        Limits.assertWithin(view);
    }
}
