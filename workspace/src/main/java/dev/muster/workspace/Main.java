package dev.muster.workspace;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a workspace by itself until it is stopped. */
@CommandLine.Command(
        name = "workspace",
        mixinStandardHelpOptions = true,
        description = "Runs a local workspace with a Slack-compatible Web API and a page in the browser.")
public final class Main implements Callable<Integer> {
    private static final String LOGGING = "logback.configurationFile";

    @Option(names = "--port", defaultValue = "0", description = "Port on 127.0.0.1; 0 is a free one.")
    private int port;

    @Option(names = "--request-url", description = "Where the bot takes events, commands and clicks.")
    private Optional<URI> requestUrl = Optional.empty();

    @Option(names = "--app-name", defaultValue = "Muster", description = "What the app is called.")
    private String appName = "Muster";

    @Option(
            names = "--manifest",
            paramLabel = "FILE",
            description = "The app's manifest in JSON: its name, commands and shortcuts.")
    private Optional<Path> manifest = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        System.getProperties().putIfAbsent(LOGGING, "dev/muster/workspace/logging.xml");
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        Builder builder = Workspace.builder().port(port).appName(appName);
        try {
            manifest.map(Manifest::read)
                    .ifPresent(read -> builder.appName(read.name()).manifest(read.commands(), read.shortcuts()));
        } catch (IllegalArgumentException unread) {
            spec.commandLine().getErr().println(unread.getMessage());
            return 2;
        }
        try (Workspace workspace = builder.start()) {
            requestUrl.ifPresent(workspace::connect);
            describe(workspace, spec.commandLine().getOut());
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void describe(Workspace workspace, PrintWriter out) {
        out.println("page            " + workspace.url());
        out.println("api url         " + workspace.apiUrl());
        out.println("bot token       " + workspace.botToken());
        out.println("app token       " + workspace.appToken());
        out.println("signing secret  " + workspace.signingSecret());
        out.flush();
    }
}
