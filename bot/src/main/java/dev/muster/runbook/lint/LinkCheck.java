package dev.muster.runbook.lint;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.muster.runbook.lint.Surroundings.Links;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether the links lead anywhere. Each address is called once, and those with a placeholder are not. */
final class LinkCheck implements Check {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'`|)\\]{}]+[^\\s<>\"'`|)\\]{}.,;:!?]");
    private static final Pattern PLACEHOLDER = Pattern.compile("https?://\\S*(?:<|\\{\\{)");

    private final Links links;
    private final Map<String, Optional<String>> answers = new HashMap<>();

    LinkCheck(Links links) {
        this.links = links;
    }

    @Override
    public void look(Examined at) {
        at.eachText((text, pointer) -> {
            Matcher matcher = LINK.matcher(text);
            while (!PLACEHOLDER.matcher(text).find() && matcher.find()) {
                String link = matcher.group();
                answers.computeIfAbsent(link, this::trouble)
                        .ifPresent(trouble -> at.found(Rule.DEAD_LINK, pointer, link + " " + trouble + "."));
            }
        });
    }

    private Optional<String> trouble(String link) {
        try {
            return links.trouble(URI.create(link));
        } catch (IllegalArgumentException e) {
            return Optional.of("is no address");
        }
    }
}
