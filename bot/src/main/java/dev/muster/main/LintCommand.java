package dev.muster.main;

import dev.muster.config.Mistake;
import dev.muster.config.Settings;
import dev.muster.desk.Chat.NotEver;
import dev.muster.desk.Chat.NotNow;
import dev.muster.desk.Knowledge;
import dev.muster.runbook.Runbook;
import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.Written;
import dev.muster.runbook.lint.Finding;
import dev.muster.runbook.lint.Lint;
import dev.muster.runbook.lint.Report;
import dev.muster.runbook.lint.Rule;
import dev.muster.runbook.lint.Surroundings;
import dev.muster.runbook.lint.Surroundings.History;
import dev.muster.secrets.Secrets;
import dev.muster.slack.Allowance;
import dev.muster.slack.Channels;
import dev.muster.slack.Contacts;
import dev.muster.slack.Skew;
import dev.muster.slack.Web;
import dev.muster.store.Store;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds runbooks to the rules. */
@Command(
        name = "lint",
        description = "Says what is wrong with runbooks; 0 nothing, 1 something, 2 wrong usage.",
        mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // given by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "Files and folders; the folder in the settings if left out")
    private List<Path> paths = new ArrayList<>();

    @ArgGroup
    private Form form = new Form();

    @Option(names = "--links", description = "Call every link that is in them")
    private boolean links;

    @Option(names = "--contacts", description = "Ask Slack whether everybody is there whom they name")
    private boolean contacts;

    @Option(names = "--used", description = "Ask the database which were run or tested in the last year")
    private boolean used;

    @Option(names = "--retired", paramLabel = "NAME", split = ",", description = "Services and hosts that are gone")
    private Set<String> retired = new LinkedHashSet<>();

    @Option(names = "--rules", description = "Only list the rules")
    private boolean rules;

    /** How it is told. */
    static final class Form {

        @Option(names = "--json", description = "As JSON")
        private boolean json;

        @Option(names = "--sarif", description = "As SARIF 2.1.0")
        private boolean sarif;
    }

    @Override
    public Integer call() throws Exception {
        try (PrintStream out = Terminal.out("-")) {
            if (rules) {
                List.of(Rule.values()).forEach(rule -> out.printf("%-20s %s%n", rule, rule.promise()));
                return 0;
            }
            List<Finding> findings = findings();
            out.print(told(findings));
            return findings.isEmpty() ? 0 : 1;
        }
    }

    private List<Finding> findings() {
        Set<Path> wanted = new LinkedHashSet<>();
        Set<Path> beside = new LinkedHashSet<>();
        List<Path> from = paths.isEmpty() ? List.of(Terminal.settings().runbooks()) : paths;
        for (Path path : from) {
            requireThere(path);
            wanted.addAll(Files.isDirectory(path) ? RunbookFiles.files(path) : List.of(path));
            beside.addAll(Files.isDirectory(path) ? List.of() : siblings(path));
        }
        Set<Path> all = new LinkedHashSet<>(wanted);
        all.addAll(beside);
        List<Written> files = RunbookFiles.sound(RunbookFiles.read(List.copyOf(all)));
        List<Runbook> shelf =
                files.stream().flatMap(file -> file.book().stream()).toList();
        Lint lint = new Lint(surroundings(), Secrets.shipped(List.of()), shelf);
        return files.stream()
                .filter(file -> wanted.contains(Path.of(file.file())))
                .flatMap(file -> lint.look(file).stream())
                .toList();
    }

    /** What a single file may call. */
    private static List<Path> siblings(Path file) {
        Path folder = Objects.requireNonNullElse(file.getParent(), Path.of(""));
        return RunbookFiles.files(folder);
    }

    private void requireThere(Path path) {
        if (!Files.exists(path)) {
            throw new ParameterException(spec.commandLine(), path + ": there is no such file or folder.");
        }
    }

    private Surroundings surroundings() {
        LocalDate today = LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC);
        return new Surroundings(
                today,
                retired,
                contacts ? Optional.of(inSlack(Terminal.settings())) : Optional.empty(),
                links ? Optional.of(new HttpLinks()) : Optional.empty(),
                used ? Optional.of(history()) : Optional.empty());
    }

    /** Who is there is asked as the bot. */
    private static Surroundings.Contacts inSlack(Settings settings) {
        if (!settings.slack().botToken().isPresent()) {
            throw new Mistake(
                    "SLACK_BOT_TOKEN", "is not set, so that nobody can be asked who is there. Leave --contacts out.");
        }
        InstantSource clock = InstantSource.system();
        Web web = new Web(
                settings.slack().apiUrl(),
                settings.slack().botToken().value(),
                new Allowance(clock, settings.slack().share()),
                new Skew(clock));
        Contacts contacts = new Contacts(web, new Channels(web, settings.house()));
        return mention -> {
            try {
                return contacts.exists(mention);
            } catch (NotNow | NotEver unanswered) {
                throw new Mistake("--contacts", String.valueOf(unanswered.getMessage()));
            }
        };
    }

    /** What the database knows of each runbook that there is. */
    private static History history() {
        try (Store store = Terminal.store()) {
            Knowledge knowledge = new Knowledge(store.runs(), store.trials());
            Map<String, LocalDate> days = new HashMap<>();
            RunbookFiles.read(Terminal.settings().runbooks()).runbooks().forEach(book -> knowledge
                    .lastUsed(book.id())
                    .ifPresent(at -> days.put(book.id(), LocalDate.ofInstant(at, ZoneOffset.UTC))));
            return id -> Optional.ofNullable(days.get(id));
        }
    }

    private String told(List<Finding> findings) {
        if (form.json) {
            return Report.json(findings);
        }
        return form.sarif ? Report.sarif(findings) : Report.text(findings);
    }
}
