package dev.muster.incident;

import static dev.muster.incident.Samples.ANN;
import static dev.muster.incident.Samples.BOB;
import static dev.muster.incident.Samples.ID;
import static dev.muster.incident.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BringingTest {

    @Test
    void keepsALinkAsAKeyMomentThatTheChannelIsTold() {
        Change change =
                Bringing.link(Samples.opened(), new Link("https://grafana.example/d/1?a=b&c", "Dashboard"), BOB, NOW);

        assertThat(change.moved()).isFalse();
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.LINK);
            assertThat(entry.text()).isEqualTo("Dashboard: https://grafana.example/d/1?a=b&c");
            assertThat(entry.data())
                    .containsOnly(
                            Map.entry("url", "https://grafana.example/d/1?a=b&c"), Map.entry("title", "Dashboard"));
            assertThat(entry.key()).isTrue();
            assertThat(entry.told()).isTrue();
            assertThat(Bringing.link(entry)).contains(new Link("https://grafana.example/d/1?a=b&c", "Dashboard"));
        });
        assertThat(change.promises()).extracting(Promise::chore).containsExactly(Chore.BOOKMARKS);
    }

    @Test
    void readsNoLinkWhereThereIsNone() {
        Entry redacted = Entry.of(NOW, Kind.LINK, BOB, "").blank();
        Entry duplicate = Entry.of(NOW, Kind.LINK, BOB, "x").with("duplicate", "INC-7");
        Entry note = Entry.of(NOW, Kind.NOTE, BOB, "x").with("url", "https://a.example");

        assertThat(List.of(redacted, duplicate, note))
                .allMatch(entry -> Bringing.link(entry).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://files.example/x",
                "mailto:ann@example.com",
                "data:text/html,x",
                "file:///etc/passwd",
                "https://",
                "https:///path",
                "https:no-host",
                "dashboard",
                "//grafana.example",
                "https://a b.example/x",
                ""
            })
    void refusesWhatIsNoPageOfTheWeb(String url) {
        assertThatThrownBy(() -> new Link(url, "Title"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is no link that I can keep")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        String longest = "https://a.example/" + "x".repeat(Link.LONGEST - 18);

        assertThat(new Link(longest, "").name()).isEqualTo(longest);
        assertThatThrownBy(() -> new Link(longest + "x", "")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://A.example/x, HTTPS://A.example/x",
        "https://a.example/x|y>z<, https://a.example/x%7Cy%3Ez%3C",
        "'https://a.example/{\"q\":1}', https://a.example/%7B%22q%22:1%7D",
        "http://localhost:3000/, http://localhost:3000/",
        "https://bücher.example/straße, https://bücher.example/straße"
    })
    void writesAnAddressSoThatItCannotEndALink(String typed, String kept) {
        assertThat(new Link(typed, "").url()).isEqualTo(kept);
    }

    @Test
    void shortensATitle() {
        assertThat(new Link("https://a.example", " a\n b ").title()).isEqualTo("a b");
        assertThat(new Link("https://a.example", "🔥".repeat(300)).title())
                .hasSize(399)
                .endsWith("🔥…");
    }

    @Test
    void remembersWhoWasAskedInUntilSlackCanBeAsked() {
        Map<String, String> guests = new LinkedHashMap<>();
        guests.put("U0BOB", "Bob");
        guests.put("S0SUPPORT", "@support");

        Change change = Bringing.invite(Samples.opened(), guests, ANN, "request-1", NOW);

        assertThat(change.moved()).isFalse();
        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.NOTE);
            assertThat(entry.text()).isEqualTo("Asked in: Bob, @support");
            assertThat(entry.origin().source()).contains("request-1");
            assertThat(entry.told()).isFalse();
            assertThat(Bringing.guests(entry)).containsExactly("U0BOB", "S0SUPPORT");
        });
        assertThat(change.promises()).containsExactly(Promise.toRoom(ID, Chore.INVITE, "request-1", NOW));
    }

    @Test
    void saysWhoCameWhoWasThereAndWhoCouldNot() {
        Arrivals arrivals = new Arrivals(List.of(BOB), List.of(ANN), List.of("Could not invite Finn: cant invite"));

        Change change = Bringing.invited(Samples.opened(), arrivals, Optional.of(ANN), NOW);

        assertThat(change.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text())
                    .isEqualTo("Invited Bob. In the channel already: Ann. Could not invite Finn: cant invite.");
            assertThat(entry.data())
                    .containsEntry("invited", List.of("U0BOB"))
                    .containsEntry("present", List.of("U0ANN"));
            assertThat(entry.actor()).contains(ANN);
            assertThat(entry.told()).isTrue();
        });
    }

    @Test
    void saysThatAGroupIsEmpty() {
        Arrivals nobody = new Arrivals(List.of(), List.of(), List.of());

        assertThat(Bringing.invited(Samples.opened(), nobody, Optional.of(ANN), NOW)
                        .entries())
                .extracting(Entry::text)
                .containsExactly("Invited nobody: the groups named are empty.");
    }

    @Test
    void bringsNothingToAnIncidentThatIsClosed() {
        assertThatThrownBy(() -> Bringing.link(Samples.closed(), new Link("https://a.example", ""), BOB, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is closed. Nothing was changed.");
        assertThatThrownBy(() -> Bringing.invite(Samples.closed(), Map.of("U0BOB", "Bob"), ANN, "request-1", NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("INC-42 is closed. Nothing was changed.");
    }
}
