package dev.muster.slack.view;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.MultiUsersSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.muster.command.Field;
import dev.muster.command.Form;
import dev.muster.incident.IncidentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form as a modal. The ids of its inputs are the names of the questions. */
public final class FormView {

    /** The callback id of every form of ours. */
    public static final String CALLBACK = "form";

    private static final int TITLE = 24;
    private static final int LONGEST_TEXT = 3000;
    private static final Gson json = new Gson();

    private FormView() {}

    /** What a form must remember until it is sent; read back only from requests that Slack has signed. */
    public record Memory(String verb, String incident, String channel) {

        /** What {@link FormView#of} wrote; empty for anything else. */
        public static Optional<Memory> read(@Nullable String metadata) {
            try {
                return Optional.ofNullable(json.fromJson(metadata, Memory.class))
                        .filter(Memory::isWhole);
            } catch (JsonParseException e) {
                return Optional.empty();
            }
        }

        @SuppressWarnings("ConstantConditions") // Gson leaves out what is not there.
        private boolean isWhole() {
            return verb != null && incident != null && channel != null && !channel.isBlank();
        }
    }

    public static View of(Form form) {
        Memory memory = new Memory(
                form.verb(),
                form.incident().map(IncidentId::toString).orElse(""),
                form.channel().value());
        return View.builder()
                .type("modal")
                .callbackId(CALLBACK)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(Texts.cut(Says.capital(form.title()), TITLE))
                        .build())
                .submit(ViewSubmit.builder()
                        .type("plain_text")
                        .text(form.submit())
                        .build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .privateMetadata(json.toJson(memory))
                .blocks(form.fields().stream().map(field -> input(field, form)).toList())
                .build();
    }

    private static LayoutBlock input(Field field, Form form) {
        String filled = form.filled().getOrDefault(field.name(), "");
        return InputBlock.builder()
                .blockId(field.name())
                .label(Kit.plain(field.label()))
                .hint(field.hint().isEmpty() ? null : Kit.plain(field.hint()))
                .optional(!field.required())
                .element(element(field, Optional.of(filled).filter(text -> !text.isBlank())))
                .build();
    }

    private static BlockElement element(Field field, Optional<String> filled) {
        return switch (field.type()) {
            case LINE, TEXT ->
                PlainTextInputElement.builder()
                        .actionId(field.name())
                        .multiline(field.type() == Field.Type.TEXT)
                        .initialValue(filled.map(text -> Texts.cut(text, LONGEST_TEXT))
                                .orElse(null))
                        .build();
            case PERSON ->
                UsersSelectElement.builder()
                        .actionId(field.name())
                        .initialUser(filled.orElse(null))
                        .build();
            case PEOPLE ->
                MultiUsersSelectElement.builder()
                        .actionId(field.name())
                        .initialUsers(
                                filled.map(users -> List.of(users.split(","))).orElse(null))
                        .build();
            case CHOICE -> choice(field, filled);
        };
    }

    private static BlockElement choice(Field field, Optional<String> filled) {
        List<OptionObject> options =
                field.choices().stream().map(FormView::option).toList();
        return StaticSelectElement.builder()
                .actionId(field.name())
                .options(options)
                .initialOption(filled.filter(field.choices()::contains)
                        .map(FormView::option)
                        .orElse(null))
                .build();
    }

    private static OptionObject option(String choice) {
        return OptionObject.builder().text(Kit.plain(choice)).value(choice).build();
    }
}
