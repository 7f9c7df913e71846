package dev.muster.command;

import dev.muster.desk.Policy;
import dev.muster.desk.Recall;
import dev.muster.desk.RecallText;
import dev.muster.desk.Remembered;
import java.util.List;

/** Tells which earlier incidents were like this one, why, and what helped then. */
public final class SimilarVerb implements Verb {

    private final Recall recall;

    public SimilarVerb(Recall recall) {
        this.recall = recall;
    }

    @Override
    public String name() {
        return "similar";
    }

    @Override
    public String purpose() {
        return "Tells which earlier incidents were like this one, why, and what helped then.";
    }

    @Override
    public List<String> usages() {
        return List.of("similar");
    }

    @Override
    public Reply act(Request request) {
        List<Remembered> found = recall.like(
                request.incident(),
                other -> Policy.maySee(other, request.by().id(), request.said().channel()));
        return Reply.tell(
                found.isEmpty()
                        ? "No earlier incident is like %s: none that is over has its services, causes or rare words. `/incident search …` finds any words."
                                .formatted(request.id())
                        : RecallText.of(request.id(), found));
    }
}
