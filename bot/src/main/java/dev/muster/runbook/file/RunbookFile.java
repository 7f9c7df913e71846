package dev.muster.runbook.file;

import dev.muster.config.Mistake;
import dev.muster.config.TextFile;
import dev.muster.config.YamlFile;
import dev.muster.config.shape.Mistakes;
import dev.muster.incident.Hash;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.file.Written.Silence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads one runbook. Never throws for what stands in it: what is wrong is part of the answer. */
public final class RunbookFile {

    private RunbookFile() {}

    public static Written read(Path file) {
        try {
            return read(file.toString(), TextFile.read(file));
        } catch (Mistake mistake) {
            return Written.unreadable(file.toString(), "", mistake);
        }
    }

    /** @param name how the file is called in messages */
    public static Written read(String name, String text) {
        try {
            return read(name, text, new YamlFile(name, text));
        } catch (Mistake mistake) {
            return Written.unreadable(name, text, mistake);
        }
    }

    private static Written read(String name, String text, YamlFile yaml) {
        Mistakes mistakes = new Mistakes(yaml);
        Format.TOP.check(yaml.root(), "", mistakes);
        Tree tree = new Tree(yaml.root());
        Optional<Runbook> book = mistakes.isEmpty() ? Optional.of(tree.book(version(text))) : Optional.empty();
        List<Silence> silences = mistakes.isEmpty() ? tree.silences() : List.of();
        book.ifPresent(read -> new Sense(read, mistakes).check());
        return new Written(
                name,
                text,
                book.filter(read -> mistakes.isEmpty()),
                mistakes.list(),
                silences,
                tree.values(),
                yaml::place);
    }

    private static String version(String text) {
        return Hash.of(text).substring(0, 12);
    }
}
