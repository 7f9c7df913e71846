package dev.muster.command;

import dev.muster.desk.Notice.Lines;
import dev.muster.desk.Timelines;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the last key moments of an incident, finds words on its timeline, and hands it out as a file. */
public final class TimelineVerb implements Verb {

    private static final int MOST = 15;

    private final Timelines timelines;
    private final SearchVerb search;
    private final Takeaway takeaway;

    public TimelineVerb(Timelines timelines, SearchVerb search, Takeaway takeaway) {
        this.timelines = timelines;
        this.search = search;
        this.takeaway = takeaway;
    }

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public String purpose() {
        return "Shows the last key moments; finds words on the timeline; sends you all of it as a file.";
    }

    @Override
    public List<String> usages() {
        return List.of(
                "timeline",
                "timeline WORDS [@user] [kind:decision] [since 2d]",
                "timeline export html|md|json|jsonl|csv");
    }

    @Override
    public Map<String, String> understand(Phrase words) {
        return SearchVerb.filters(words.taking("export", "^export ?(\\w*)")).rest("words");
    }

    @Override
    public Reply act(Request request) {
        if (request.find("export").isPresent() || request.said().words().strip().startsWith("export")) {
            return takeaway.send(request.incident(), request.find("export").orElse("html"), request.by());
        }
        boolean asked = List.of("words", "by", "kind", "since", "until").stream()
                .anyMatch(name -> request.find(name).isPresent());
        return asked ? search.find(request, Optional.of(request.id())) : new Reply.Show(keyMoments(request));
    }

    private Lines keyMoments(Request request) {
        return new Lines(request.incident(), timelines.keyMoments(request.id(), MOST), timelines.head(request.id()));
    }
}
