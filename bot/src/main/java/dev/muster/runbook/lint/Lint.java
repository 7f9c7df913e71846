package dev.muster.runbook.lint;

import dev.muster.config.Mistake;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.file.Written;
import dev.muster.secrets.Secrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds runbooks to the rules. */
public final class Lint {

    private final WordCheck words;
    private final List<Check> checks;

    /** @param shelf the runbooks that may be called */
    public Lint(Surroundings known, Secrets secrets, Collection<Runbook> shelf) {
        Map<String, Runbook> byId = new HashMap<>();
        shelf.forEach(book -> byId.put(book.id(), book));
        this.words = new WordCheck(known.retired(), secrets);
        this.checks = new ArrayList<>(
                List.of(new HeadCheck(known), new StepCheck(), words, new ParameterCheck(), new CallCheck(byId)));
        known.links().map(LinkCheck::new).ifPresent(checks::add);
    }

    /** What is found in one file, in the order of its lines. */
    public List<Finding> look(Written written) {
        List<Finding> findings = new ArrayList<>();
        for (Mistake mistake : written.mistakes()) {
            findings.add(new Finding(mistake.place(), Rule.FORMAT, mistake.what()));
        }
        words.secret(written.file(), written.text()).ifPresent(findings::add);
        written.book().ifPresent(book -> findings.addAll(examine(new Examined(written, book))));
        findings.sort(
                Comparator.comparingInt((Finding finding) -> finding.place().line())
                        .thenComparingInt(finding -> finding.place().column()));
        return List.copyOf(findings);
    }

    private List<Finding> examine(Examined at) {
        checks.forEach(check -> check.look(at));
        return at.findings();
    }
}
