package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.HANDBOOK;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = HANDBOOK.services();

    @Test
    void findsServicesInATitleAsWordsOfTheirOwn() {
        assertThat(names(catalogue.namedIn("Payments: orders-db is slow"))).containsExactly("orders-db", "payments");
        assertThat(catalogue.namedIn("The workshop on repayments and orders-db2"))
                .isEmpty();
        assertThat(names(catalogue.of(List.of("SHOP", "shop", "nothing")))).containsExactly("shop");
    }

    @Test
    void knowsWhatCannotDoWithoutThem() {
        assertThat(names(catalogue.dependents(catalogue.of(List.of("orders-db")))))
                .containsExactly("payments", "shop");
        assertThat(names(catalogue.dependents(catalogue.of(List.of("payments", "shop")))))
                .isEmpty();
    }

    @Test
    void endsWhereServicesNeedEachOther() {
        Catalogue circle = new Catalogue(List.of(needing("a", "b"), needing("b", "A"), needing("c", "c")));

        assertThat(names(circle.dependents(circle.of(List.of("a"))))).containsExactly("b");
    }

    @Test
    void tellsTheChannelAndInvitesOwnersOnceMoreIsHit() {
        Incident opened = Samples.opened();
        Change hit = impact(opened, "payments");

        assertThat(hit.promises()).extracting(Promise::chore).contains(Chore.SERVICES, Chore.INVITE);
        assertThat(impact(hit.incident(), "payments").isEmpty()).isTrue();
        assertThat(impact(opened, "").promises()).extracting(Promise::chore).doesNotContain(Chore.SERVICES);
    }

    @Test
    void watchesACriticalServiceUntilItIsASev1() {
        Change hit = impact(Samples.opened(), "orders-db");

        assertThat(hit.promises()).contains(Promise.toRoom(Samples.ID, Chore.WATCH, "critical", NOW.plusSeconds(120)));
        assertThat(Criterion.CRITICAL.holds(hit.incident(), catalogue)).isTrue();
        Incident worst = Responding.severity(hit.incident(), Severity.SEV1, Optional.empty(), ANN, HANDBOOK, NOW)
                .incident();
        assertThat(Criterion.CRITICAL.holds(worst, catalogue)).isFalse();
        assertThat(impact(hit.incident(), "orders-db,shop").promises())
                .extracting(Promise::subject)
                .doesNotContain("critical");
    }

    @Test
    void watchesThePublic() {
        Impact seen = new Impact("", Optional.empty(), Optional.empty(), List.of(), Map.of(), true, Impact.Detail.NONE);
        Change change = Assessing.impact(Samples.opened(), seen, ANN, HANDBOOK, NOW);

        assertThat(change.promises())
                .contains(Promise.toRoom(Samples.ID, Chore.WATCH, "watched", NOW.plusSeconds(180)));
        assertThat(change.entries().get(0).text()).isEqualTo("the public takes notice");
    }

    @Test
    void beginsToWatchWhenTheChannelOpensIfTheTitleSaysIt() {
        Declaration said = new Declaration(
                        "orders-db is down", Severity.SEV2, ANN, Map.of(), Optional.empty(), false, false, "o", "")
                .hitting(List.of("orders-db"));
        Incident declared = Declaring.declare(Samples.ID, said, NOW).incident();

        assertThat(Declaring.opened(declared, Samples.ROOM, "inc", HANDBOOK, NOW)
                        .promises())
                .extracting(promise -> promise.chore() + " " + promise.subject())
                .contains("SERVICES ", "WATCH critical");
    }

    private static Change impact(Incident incident, String services) {
        List<String> names = services.isEmpty() ? List.of() : List.of(services.split(","));
        Impact said =
                new Impact("Slow", Optional.empty(), Optional.empty(), names, Map.of(), false, Impact.Detail.NONE);
        return Assessing.impact(incident, said, ANN, HANDBOOK, NOW);
    }

    private static Service needing(String name, String other) {
        return new Service(name, List.of(), "", List.of(), List.of(other), List.of(), false);
    }

    private static List<String> names(List<Service> services) {
        return services.stream().map(Service::name).toList();
    }
}
