package dev.muster.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Actor;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestingTest {

    private static final Map<String, String> NOBODY =
            Suggesting.nobody(List.of(new Actor(new UserId("U1"), "Ann"), new Actor(new UserId("U2"), "Annabel Lee")));

    @Test
    void marksTheWholeAndEachLineThatStandsOnNothing() {
        String marked = Suggesting.marked(
                "a-model", "- Person 2 saw it (#3)\n\n- It was the moon\n- It lasted long (#99)", NOBODY, 12);

        assertThat(marked.lines())
                .containsExactly(
                        "*Drafted by a-model from the record; nobody has checked it:*",
                        "- Annabel Lee saw it (#3)",
                        "- It was the moon (no evidence)",
                        "- It lasted long (#99) (no evidence)");
    }

    @Test
    void numbersPeople() {
        assertThat(NOBODY).containsEntry("Ann", "Person 1").containsEntry("Annabel Lee", "Person 2");
    }
}
