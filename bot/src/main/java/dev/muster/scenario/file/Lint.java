package dev.muster.scenario.file;

import dev.muster.config.shape.Mistakes;
import dev.muster.scenario.Act;
import dev.muster.scenario.Finding;
import dev.muster.scenario.Inject;
import dev.muster.scenario.Member;
import dev.muster.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;

/** What can be played, and is hardly meant: a finding that nobody can come upon, somebody who never does anything. */
final class Lint {

    private final Scenario scenario;
    private final Mistakes found;

    Lint(Scenario scenario, Mistakes found) {
        this.scenario = scenario;
        this.found = found;
    }

    void check() {
        for (int place = 0; place < scenario.findings().size(); place++) {
            finding(scenario.findings().get(place), "/findings/" + place);
        }
        for (int place = 0; place < scenario.cast().size(); place++) {
            member(scenario.cast().get(place), "/cast/" + place);
        }
    }

    private void finding(Finding finding, String pointer) {
        if (finding.words().matcher(scenario.title()).find()) {
            found.add("/metadata/title", "the title gives the finding \"" + finding.id() + "\" away.");
        }
        if (acts().noneMatch(act -> tells(act, finding))) {
            found.add(pointer, "nobody can come upon this: nothing that is played says words that it is known by.");
        }
    }

    private static boolean tells(Act act, Finding finding) {
        return words(act).stream()
                .anyMatch(words -> finding.words().matcher(words).find());
    }

    private static List<String> words(Act act) {
        return act.accept(new Act.Visitor<>() {
            @Override
            public List<String> say(Act.Say say) {
                return say.words();
            }

            @Override
            public List<String> alert(Act.Alert alert) {
                return List.of(alert.name() + " " + alert.text() + " " + alert.labels());
            }

            @Override
            public List<String> command(Act.Command command) {
                return List.of(command.words(), command.instead());
            }

            @Override
            public List<String> trouble(Act.Trouble trouble) {
                return List.of();
            }
        });
    }

    private void member(Member member, String pointer) {
        if (acts().noneMatch(act -> act.who().filter(member.id()::equals).isPresent())) {
            found.add(pointer, "this person never does anything.");
        }
    }

    private Stream<Act> acts() {
        return Stream.concat(scenario.opening().stream(), scenario.injects().stream())
                .map(Inject::act);
    }
}
