package dev.muster.command;

import dev.muster.desk.Markup;
import dev.muster.desk.Part;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says how the bot itself is, part by part. */
public final class DoctorVerb implements Verb {

    private final Supplier<List<Part>> parts;

    /** @param parts asked each time somebody wants to know */
    public DoctorVerb(Supplier<List<Part>> parts) {
        this.parts = parts;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String purpose() {
        return "Says how Muster itself is, part by part.";
    }

    @Override
    public List<String> usages() {
        return List.of("doctor");
    }

    @Override
    public boolean aboutIncident() {
        return false;
    }

    @Override
    public Reply act(Request request) {
        List<Part> all = parts.get();
        long ill = all.stream().filter(part -> !part.trouble().isEmpty()).count();
        String head = ill == 0 ? "Muster is well." : ill + " of " + all.size() + " parts are in trouble.";
        return Reply.tell(head + "\n" + all.stream().map(DoctorVerb::line).collect(Collectors.joining("\n")));
    }

    private static String line(Part part) {
        return part.trouble().isEmpty()
                ? ":white_check_mark: %s: fine".formatted(part.name())
                : ":warning: %s: %s".formatted(part.name(), Markup.escape(part.trouble(), 300));
    }
}
