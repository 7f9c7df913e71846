package dev.muster.config;

import com.samskivert.mustache.MustacheException;
import dev.muster.desk.Wording;
import dev.muster.incident.Guess;
import dev.muster.incident.Stage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads what each audience outside is told at each stage. Whom there is to tell is free. */
final class OutsideSettings {

    private static final String OUTSIDE = "outside";
    private static final String CHANNEL = "channel";
    private static final List<Stage> STAGES =
            List.of(Stage.INVESTIGATING, Stage.IDENTIFIED, Stage.MITIGATING, Stage.MONITORING, Stage.RESOLVED);

    private final SettingsTree tree;

    OutsideSettings(SettingsTree tree) {
        this.tree = tree;
    }

    /** @throws Mistake for the first thing that is wrong */
    List<Wording> wordings() {
        return tree.names(OUTSIDE).stream().map(this::wording).toList();
    }

    private Wording wording(String audience) {
        String path = OUTSIDE + "." + audience;
        if (!audience.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,60}")) {
            throw tree.mistake(
                    OUTSIDE,
                    "an audience cannot be called \"%s\". Letters, digits, hyphens and underscores make a name."
                            .formatted(audience));
        }
        requireKnown(path);
        Map<Stage, String> texts = new EnumMap<>(Stage.class);
        STAGES.forEach(stage -> texts.put(stage, text(path + "." + stage)));
        texts.values().removeIf(String::isEmpty);
        if (texts.containsKey(Stage.INVESTIGATING)) {
            texts.put(Stage.DETECTED, texts.get(Stage.INVESTIGATING));
        }
        return new Wording(audience, tree.text(path + "." + CHANNEL).replaceFirst("^#", ""), texts);
    }

    private String text(String path) {
        String text = tree.text(path);
        try {
            Wording.requireTemplate(text);
            return text;
        } catch (MustacheException e) {
            throw tree.mistake(
                    path,
                    "this is no template: %s. It may use {{text}}, {{title}}, {{severity}}, {{services}}, {{impact}}, {{since}} and {{next}}."
                            .formatted(e.getMessage()));
        }
    }

    private void requireKnown(String path) {
        TreeSet<String> known =
                new TreeSet<>(STAGES.stream().map(Stage::toString).toList());
        known.add(CHANNEL);
        for (String name : tree.names(path)) {
            if (!known.contains(name)) {
                throw tree.mistake(
                        path + "." + name,
                        "there is no \"%s\" here.%s There are: %s."
                                .formatted(name, Guess.sentence(name, known), String.join(", ", known)));
            }
        }
    }
}
