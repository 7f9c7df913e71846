package dev.muster.scenario.file;

import dev.muster.config.Mistake;
import dev.muster.config.TextFile;
import dev.muster.config.YamlFile;
import dev.muster.config.shape.Mistakes;
import dev.muster.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads one scenario. Never throws for what stands in it: what is wrong is part of the answer.
 *
 * @param scenario empty if anything is wrong with it
 * @param doubts what can be played, and is hardly meant
 */
public record ScenarioFile(String file, Optional<Scenario> scenario, List<Mistake> mistakes, List<Mistake> doubts) {

    public ScenarioFile {
        mistakes = List.copyOf(mistakes);
        doubts = List.copyOf(doubts);
    }

    public static ScenarioFile read(Path file) {
        try {
            return read(file.toString(), TextFile.read(file));
        } catch (Mistake mistake) {
            return new ScenarioFile(file.toString(), Optional.empty(), List.of(mistake), List.of());
        }
    }

    /** @param name how the file is called in messages */
    public static ScenarioFile read(String name, String text) {
        try {
            return read(name, new YamlFile(name, text));
        } catch (Mistake mistake) {
            return new ScenarioFile(name, Optional.empty(), List.of(mistake), List.of());
        }
    }

    private static ScenarioFile read(String name, YamlFile yaml) {
        Mistakes mistakes = new Mistakes(yaml);
        Format.TOP.check(yaml.root(), "", mistakes);
        if (mistakes.isEmpty()) {
            new Sense(yaml.root(), mistakes).check();
        }
        Optional<Scenario> scenario =
                mistakes.isEmpty() ? Optional.of(new Tree(yaml.root()).scenario()) : Optional.empty();
        Mistakes doubts = new Mistakes(yaml);
        scenario.ifPresent(read -> new Lint(read, doubts).check());
        return new ScenarioFile(name, scenario, mistakes.list(), doubts.list());
    }

    /** All that lint has to say. */
    public List<Mistake> findings() {
        return Stream.concat(mistakes.stream(), doubts.stream()).toList();
    }
}
