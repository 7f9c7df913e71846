package dev.muster.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import dev.muster.desk.Notice.Actions;
import dev.muster.desk.Notice.Listing;
import dev.muster.desk.Notice.Owned;
import dev.muster.incident.ActionItem;
import dev.muster.incident.Incident;
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

        View view = HomeView.of(
                new Listing("Open incidents", Collections.nCopies(100, incident)),
                new Actions("Your open action items", Collections.nCopies(100, new Owned(incident, item))));

        Limits.assertWithin(view);
    }

    @Test
    void showsWhatIsOpenAndWhatSomebodyPromised() {
        View view = HomeView.of(
                new Listing("Open incidents", List.of(Samples.opened())),
                new Actions(
                        "Your open action items",
                        List.of(new Owned(Samples.opened(), Samples.item(Samples.NOW, Samples.BERLIN)))));

        assertThat(view.getType()).isEqualTo("home");
        assertThat(view.toString()).contains("Checkout is down", "INC-42/1 Raise the limit", "/incident help");
        Limits.assertWithin(view);
    }
}
