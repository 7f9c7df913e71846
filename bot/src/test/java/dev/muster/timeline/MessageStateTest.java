package dev.muster.timeline;

import static dev.muster.timeline.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import dev.muster.timeline.MessageState.Reaction;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageStateTest {

    private static final Reaction EYES = new Reaction("eyes", new UserId("U1"));
    private static final String SAID = "{'type':'message','channel':'C1','user':'U1','ts':'1.000001','text':'said',"
            + "'thread_ts':'0.500000','files':[{'id':'F1'},{'id':'F2'},{'id':'F3','mode':'tombstone'}]}";
    private static final String EDITED = edited("9.000000", "first");
    private static final String EDITED_LATER = edited("10.000000", "second");
    private static final String DELETED = "{'type':'message','subtype':'message_deleted','channel':'C1',"
            + "'event_ts':'11.000000','deleted_ts':'1.000001'}";

    private final Reducer reducer = new Reducer(Events.SELF, Events.NAMES);

    @Test
    void knowsNothingOfWhatItHasNotSeen() {
        MessageState state = new MessageState();

        assertThat(state.exists()).isFalse();
        assertThat(state.isDeleted()).isFalse();
        assertThat(state.text()).isEmpty();
        assertThat(state.editedTs()).isEmpty();
        assertThat(state.threadTs()).isEmpty();
        assertThat(state.reactions()).isEmpty();
        assertThat(state.isPinned()).isFalse();
        assertThat(state.files()).isEmpty();
    }

    @Test
    void knowsAMessageAsItWasPosted() {
        MessageState state = seen(SAID);

        assertThat(state.exists()).isTrue();
        assertThat(state.text()).contains("said");
        assertThat(state.editedTs()).isEmpty();
        assertThat(state.threadTs()).contains("0.500000");
        assertThat(state.files()).containsExactlyInAnyOrder("F1", "F2");
    }

    @Test
    void takesTheNewestWordingByTimeNotByArrivalNorByItsDigits() {
        for (List<String> order : List.of(
                List.of(SAID, EDITED, EDITED_LATER),
                List.of(EDITED_LATER, EDITED, SAID),
                List.of(EDITED_LATER, SAID, EDITED))) {
            MessageState state = seen(order.toArray(String[]::new));

            assertThat(state.text()).contains("second");
            assertThat(state.editedTs()).contains("10.000000");
            assertThat(state.files()).isEmpty();
        }
    }

    @Test
    void isDeletedForGoodAndStillKnowsWhatItSaid() {
        assertThat(seen(DELETED).exists()).isFalse();
        assertThat(seen(DELETED).isDeleted()).isTrue();
        assertThat(seen(DELETED, EDITED, SAID)).satisfies(state -> {
            assertThat(state.isDeleted()).isTrue();
            assertThat(state.text()).contains("first");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "true, added 5.0, removed 6.0, added 7.0",
        "false, added 5.0, removed 6.0, added 4.0",
        "true, added 10.0, removed 9.0, removed 8.0",
        "false, added 5.0, removed 5.0, added 5.0",
        "false, removed 5.0, removed 4.0, removed 3.0"
    })
    void letsTheLastWordOnAReactionAndOnAPinCountInAnyOrder(boolean isThere, String one, String two, String three) {
        for (int turn = 0; turn < 3; turn++) {
            List<String> words = Arrays.asList(one, two, three);
            Collections.rotate(words, turn);
            MessageState state = new MessageState();
            words.forEach(word -> see(state, reaction(word, "U1", "eyes")));
            words.forEach(word -> see(state, pin(word)));

            assertThat(state.reactions().contains(EYES))
                    .as("reaction %s", words)
                    .isEqualTo(isThere);
            assertThat(state.isPinned()).as("pin %s", words).isEqualTo(isThere);
        }
    }

    @Test
    void keepsReactionsOfPeopleAndNamesApart() {
        MessageState state = seen(
                reaction("added 5.0", "U1", "eyes"),
                reaction("added 5.0", "U2", "eyes"),
                reaction("added 5.0", "U1", "+1::skin-tone-3"),
                reaction("removed 6.0", "U2", "eyes"),
                reaction("added 5.0", "", "eyes"));

        assertThat(state.reactions())
                .containsExactlyInAnyOrder(EYES, new Reaction("+1::skin-tone-3", new UserId("U1")));
        assertThat(state.exists()).isFalse();
    }

    @Test
    void knowsThatAFileIsGoneWhicheverCameFirst() {
        String gone = "{'type':'file_deleted','file_id':'F1','event_ts':'5.000000'}";

        assertThat(seen(SAID, gone).files()).containsExactly("F2");
        assertThat(seen(gone, SAID).files()).containsExactly("F2");
    }

    @Test
    void passesOverWhatTheIncidentDecided() {
        MessageState state = new MessageState();

        state.see(Entry.ofBot(Instant.EPOCH, Kind.GAP, "nothing is known"));

        assertThat(state.exists()).isFalse();
    }

    private MessageState seen(String... events) {
        MessageState state = new MessageState();
        Arrays.stream(events).forEach(one -> see(state, one));
        return state;
    }

    private void see(MessageState state, String singleQuoted) {
        reducer.reduce(event(singleQuoted)).forEach(state::see);
    }

    private static String reaction(String word, String user, String name) {
        String[] what = word.split(" ");
        return ("{'type':'reaction_%s','user':'%s','reaction':'%s','event_ts':'%s',"
                        + "'item':{'type':'message','channel':'C1','ts':'1.000001'}}")
                .formatted(what[0], user, name, what[1]);
    }

    private static String pin(String word) {
        String[] what = word.split(" ");
        return "{'type':'pin_%s','user':'U1','channel_id':'C1','event_ts':'%s','item':{'message':{'ts':'1.000001'}}}"
                .formatted(what[0], what[1]);
    }

    private static String edited(String editTs, String text) {
        return ("{'type':'message','subtype':'message_changed','channel':'C1','event_ts':'20.0',"
                        + "'message':{'user':'U1','ts':'1.000001','text':'%s','edited':{'ts':'%s'}}}")
                .formatted(text, editTs);
    }
}
