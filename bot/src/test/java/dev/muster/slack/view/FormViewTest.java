package dev.muster.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.MultiUsersSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.muster.command.Field;
import dev.muster.command.Form;
import dev.muster.incident.ChannelId;
import dev.muster.incident.IncidentId;
import dev.muster.slack.view.FormView.Memory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormViewTest {

    private static final Field TITLE =
            new Field("title", "What is wrong?", Field.Type.LINE, true, "In a few words", List.of());
    private static final Field WHY = new Field("why", "Why?", Field.Type.TEXT, false, "", List.of());
    private static final Field SEVERITY =
            new Field("severity", "How bad is it?", Field.Type.CHOICE, false, "", List.of("sev1", "sev2"));
    private static final Field IC = new Field("ic", "Who leads?", Field.Type.PERSON, false, "Empty: you", List.of());

    @Test
    void remembersWhatItIsAboutUntilItIsSent() {
        View about = FormView.of(form(Optional.of(new IncidentId(42)), Map.of()));
        View anywhere = FormView.of(form(Optional.empty(), Map.of()));

        assertThat(Memory.read(about.getPrivateMetadata())).contains(new Memory("declare", "INC-42", "C0\"ROOM"));
        assertThat(Memory.read(anywhere.getPrivateMetadata())).contains(new Memory("declare", "", "C0\"ROOM"));
        assertThat(about.getCallbackId()).isEqualTo(FormView.CALLBACK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{}",
                "{'verb':'declare'}",
                "{'verb':null,'incident':'','channel':''}"
            })
    void remembersNothingThatIsNotItsOwn(String metadata) {
        assertThat(Memory.read(metadata.replace('\'', '"'))).isEmpty();
    }

    @Test
    void callsItsInputsByTheNamesOfTheQuestions() {
        View view = FormView.of(form(Optional.empty(), Map.of()));

        assertThat(inputs(view)).extracting(InputBlock::getBlockId).containsExactly("title", "why", "severity", "ic");
        assertThat(inputs(view)).extracting(InputBlock::isOptional).containsExactly(false, true, true, true);
        assertThat(inputs(view).get(1).getHint()).isNull();
    }

    @Test
    void isFilledWithWhatIsKnown() {
        View view = FormView.of(form(
                Optional.empty(),
                Map.of("title", "Checkout", "why", "a\nb", "severity", "sev1", "ic", "U0BOB", "other", "x")));

        assertThat(((PlainTextInputElement) inputs(view).get(0).getElement()).getInitialValue())
                .isEqualTo("Checkout");
        assertThat(((PlainTextInputElement) inputs(view).get(1).getElement()).getInitialValue())
                .isEqualTo("a\nb");
        assertThat(((PlainTextInputElement) inputs(view).get(1).getElement()).isMultiline())
                .isTrue();
        assertThat(((StaticSelectElement) inputs(view).get(2).getElement())
                        .getInitialOption()
                        .getValue())
                .isEqualTo("sev1");
        assertThat(((UsersSelectElement) inputs(view).get(3).getElement()).getInitialUser())
                .isEqualTo("U0BOB");
    }

    @Test
    void choosesSeveralPeople() {
        Field people = new Field("people", "Whom?", Field.Type.PEOPLE, false, "", List.of());
        Form form = new Form(
                "invite",
                "invite",
                "Invite",
                Optional.empty(),
                new ChannelId("C0ROOM"),
                List.of(people),
                Map.of("people", "U0BOB,U0ANN"));

        assertThat(((MultiUsersSelectElement) inputs(FormView.of(form)).get(0).getElement()).getInitialUsers())
                .containsExactly("U0BOB", "U0ANN");
    }

    @Test
    void leavesEmptyWhatIsNotKnownOrCannotBeChosen() {
        View view = FormView.of(form(Optional.empty(), Map.of("title", " ", "severity", "sev9")));

        assertThat(((PlainTextInputElement) inputs(view).get(0).getElement()).getInitialValue())
                .isNull();
        assertThat(((StaticSelectElement) inputs(view).get(2).getElement()).getInitialOption())
                .isNull();
        assertThat(((UsersSelectElement) inputs(view).get(3).getElement()).getInitialUser())
                .isNull();
    }

    @Test
    void staysWithinSlacksLimitsWhateverWasTyped() {
        String typed = "🔥".repeat(3000);

        View view = FormView.of(new Form(
                "declare",
                "INC-123456789 an unusually long title",
                "Declare",
                Optional.of(new IncidentId(123_456_789)),
                new ChannelId("C0ROOM"),
                List.of(TITLE, WHY, SEVERITY, IC),
                Map.of("title", typed, "why", typed, "severity", typed)));

        Limits.assertWithin(view);
        assertThat(view.getTitle().getText()).isEqualTo("INC-123456789 an unusua…");
    }

    @Test
    void looksAsBefore() {
        View view = FormView.of(
                form(Optional.of(new IncidentId(42)), Map.of("title", "Checkout", "severity", "sev2", "ic", "U0BOB")));

        Snapshots.assertLooksAsBefore("form", view);
    }

    private static Form form(Optional<IncidentId> incident, Map<String, String> filled) {
        return new Form(
                "declare",
                "declare",
                "Declare",
                incident,
                new ChannelId("C0\"ROOM"),
                List.of(TITLE, WHY, SEVERITY, IC),
                filled);
    }

    private static List<InputBlock> inputs(View view) {
        return view.getBlocks().stream().map(InputBlock.class::cast).toList();
    }
}
