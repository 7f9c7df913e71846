package dev.muster.config;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.muster.desk.Execution;
import dev.muster.desk.Execution.Limits;
import dev.muster.desk.Execution.Permit;
import dev.muster.incident.Guess;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads what the bot may do by itself. Programs have free names; each says its path and what it may be given. */
final class ExecutionSettings {

    private static final Set<String> KEYS = Set.of("program", "words");

    private final SettingsTree tree;
    private final String root;

    /** @param root where the block stands, as a dotted path */
    ExecutionSettings(SettingsTree tree, String root) {
        this.tree = tree;
        this.root = root;
    }

    /** @throws Mistake for the first thing that is wrong */
    Execution execution() {
        return new Execution(
                flag(root + ".enabled"),
                tree.names(root + ".commands").stream().map(this::permit).toList(),
                hosts(root + ".hosts"),
                hosts(root + ".private-hosts"),
                tree.duration("execution.approval-holds"),
                limits());
    }

    private Limits limits() {
        String path = "execution.limits";
        return new Limits(
                tree.duration(path + ".time"),
                tree.parse(path + ".output-kib", text -> within(text, 1, 1024), "a whole number from 1 to 1024") << 10,
                (long) tree.parse(
                                path + ".memory-mib",
                                text -> within(text, 16, 1 << 20),
                                "a whole number of at least 16")
                        << 20,
                tree.parse(path + ".processes", text -> within(text, 1, 10_000), "a whole number of at least 1"));
    }

    private static int within(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("number: " + text);
        }
        return number;
    }

    private Permit permit(String name) {
        String path = root + ".commands." + name;
        for (String key : tree.names(path)) {
            if (!KEYS.contains(key)) {
                throw tree.mistake(
                        path + "." + key,
                        "a command has no \"%s\".%s It has: %s."
                                .formatted(key, Guess.sentence(key, KEYS), String.join(", ", new TreeSet<>(KEYS))));
            }
        }
        List<String> words = tree.list(path + ".words");
        words.forEach(word -> requirePattern(path + ".words", word));
        return new Permit(name, program(path + ".program"), words);
    }

    /** Whose file it is does not depend on who looks for it. */
    private Path program(String path) {
        String text = tree.text(path);
        if (!text.startsWith("/")) {
            throw tree.mistake(path, "\"%s\" is no absolute path. Write one, e.g. /usr/bin/kubectl.".formatted(text));
        }
        return Path.of(text).normalize();
    }

    private void requirePattern(String path, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw tree.mistake(
                    path,
                    "\"%s\" is no regular expression in RE2's syntax (%s)."
                            .formatted(pattern, String.valueOf(e.getDescription())));
        }
    }

    private Set<String> hosts(String path) {
        List<String> hosts = tree.list(path);
        hosts.stream()
                .filter(host -> !host.matches("(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(?::[0-9]{1,5})?"))
                .findFirst()
                .ifPresent(host -> {
                    throw tree.mistake(
                            path,
                            "\"%s\" is no host. Write a name, and :PORT where it is not the usual one."
                                    .formatted(host));
                });
        return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private boolean flag(String path) {
        String word = tree.text(path);
        if (!Set.of("true", "false").contains(word)) {
            throw tree.mistake(path, "\"%s\" is neither true nor false.".formatted(word));
        }
        return word.equals("true");
    }
}
