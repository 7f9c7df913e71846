package dev.muster.command;

import dev.muster.desk.Notice.Choice;
import dev.muster.desk.People;
import dev.muster.desk.ReviewDesk;
import dev.muster.review.Evidence;
import dev.muster.review.Postmortem;
import dev.muster.review.Section;
import dev.muster.review.Whys;
import dev.muster.review.Whys.Branch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks why, and why that was so, up to five times; once for each thing that is asked about. */
public final class WhyVerb implements Verb {

    private static final String ABOUT = "about";
    private static final String SEEN = "seen";

    private final ReviewDesk desk;
    private final People people;

    public WhyVerb(ReviewDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public String name() {
        return "why";
    }

    @Override
    public String purpose() {
        return "Asks the five whys for the post-mortem, one branch at a time.";
    }

    @Override
    public List<String> usages() {
        return List.of("why", "why WHAT", "why WHAT: ANSWER");
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.line(ABOUT, "What do we ask about?", "Something that happened, e.g. The pool was exhausted")
                .needed());
        fields.add(Field.text(why(1), "Why was that?", "Name what the system lacked. #12 points to row 12.")
                .needed());
        for (int number = 2; number <= Whys.MOST; number++) {
            fields.add(Field.text(why(number), "And why was that?", "Empty: it ends here"));
        }
        fields.add(Field.line(
                SEEN, "Version you have read", "Leave it as it is; it shows whether somebody else wrote meanwhile"));
        return fields;
    }

    private static String why(int number) {
        return "why" + number;
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        String[] aboutAndAnswer = words.rest().split(":\\s+", 2);
        if (aboutAndAnswer.length == 2) {
            words.found().put(why(1), aboutAndAnswer[1].strip());
        }
        if (!aboutAndAnswer[0].isBlank()) {
            words.found().put(ABOUT, aboutAndAnswer[0].strip());
        }
        return words.found();
    }

    /** A branch that is there is gone on with. */
    @Override
    public Map<String, String> suggestions(Request request) {
        Postmortem latest = desk.postmortem(request.id());
        Map<String, String> filled = new HashMap<>(Map.of(SEEN, String.valueOf(latest.version())));
        request.find(ABOUT).flatMap(about -> known(latest, about)).ifPresent(branch -> {
            for (int index = 0; index < Math.min(Whys.MOST, branch.answers().size()); index++) {
                filled.put(why(index + 1), branch.answers().get(index));
            }
        });
        return filled;
    }

    private static Optional<Branch> known(Postmortem latest, String about) {
        return Whys.branches(text(latest)).stream()
                .filter(branch -> branch.about().equalsIgnoreCase(about.strip()))
                .findFirst();
    }

    private static String text(Postmortem latest) {
        return latest.text(Section.WHYS).orElse("");
    }

    @Override
    public Reply act(Request request) {
        Postmortem latest = desk.postmortem(request.id());
        int seen = request.find(SEEN)
                .filter(word -> word.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .orElse(latest.version());
        Branch branch = new Branch(PlainWords.of(request.get(ABOUT), people), answers(request));
        Postmortem after = desk.write(
                request.id(),
                Section.WHYS,
                Whys.with(text(latest), branch),
                seen,
                request.said().origin(),
                request.actor());
        return Reply.offer(
                "“Five whys” of the post-mortem of %s is kept, version %d, with %d %s to that.%s"
                        .formatted(
                                request.id(),
                                after.version(),
                                branch.answers().size(),
                                branch.answers().size() == 1 ? "answer" : "answers",
                                advice(branch, after)),
                new Choice("Another branch", "form " + request.id() + " why"),
                new Choice("Write what led to it", "form %s write causes".formatted(request.id())));
    }

    private List<String> answers(Request request) {
        return IntStream.rangeClosed(1, Whys.MOST)
                .mapToObj(number -> request.find(why(number)))
                .flatMap(Optional::stream)
                .map(answer -> PlainWords.of(answer, people))
                .toList();
    }

    private static String advice(Branch branch, Postmortem after) {
        String text = String.join("\n", branch.answers());
        long bare = branch.answers().stream()
                .filter(answer -> Evidence.rows(answer).isEmpty())
                .count();
        String evidence =
                bare == 0 ? "" : "\n%d of them point to no row of the timeline (#12 points to row 12).".formatted(bare);
        return evidence + WriteVerb.advice(text, after);
    }
}
