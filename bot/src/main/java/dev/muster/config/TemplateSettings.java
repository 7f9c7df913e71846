package dev.muster.config;

import dev.muster.incident.Severity;
import dev.muster.review.Misfit;
import dev.muster.review.Template;
import dev.muster.review.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the templates of post-mortems: a team's own from its folder, the shipped ones where it has none of that name. */
final class TemplateSettings {

    private static final String PATH = "postmortem.templates.";
    private static final String FOLDER = PATH + "folder";

    private final SettingsTree tree;

    TemplateSettings(SettingsTree tree) {
        this.tree = tree;
    }

    /** @throws Mistake for the first thing that is wrong */
    Templates templates() {
        return new Templates(Arrays.stream(Severity.values())
                .collect(Collectors.toMap(Function.identity(), severity -> template(PATH + severity))));
    }

    private Template template(String path) {
        String name = tree.text(path);
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]{0,60}")) {
            throw tree.mistake(
                    path,
                    "\"%s\" is no name of a template. Letters, digits, hyphens and underscores make a name."
                            .formatted(name));
        }
        Path own = tree.parse(FOLDER, Path::of, "a folder").resolve(name + ".md");
        return Files.isRegularFile(own)
                ? template(own.toString(), name, TextFile.read(own))
                : shipped(name)
                        .map(text -> template("shipped " + name + ".md", name, text))
                        .orElseThrow(() -> tree.mistake(
                                path,
                                "there is no template %s, and none of that name is shipped: full, short, sre, narrative. Write one, or name another."
                                        .formatted(own)));
    }

    private static Template template(String file, String name, String text) {
        try {
            return new Template(name, text);
        } catch (Misfit misfit) {
            throw new Mistake(new Place(file, misfit.line(), 1), misfit.what());
        }
    }

    private static Optional<String> shipped(String name) {
        try (InputStream in = TemplateSettings.class.getResourceAsStream("/config/templates/" + name + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
