package dev.muster.main;

import com.slack.api.bolt.App;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import dev.muster.command.CommandLine;
import dev.muster.config.Secret;
import dev.muster.config.Settings;
import dev.muster.desk.Briefing;
import dev.muster.desk.CatchUp;
import dev.muster.desk.Chores;
import dev.muster.desk.Company;
import dev.muster.desk.Crew;
import dev.muster.desk.Custody;
import dev.muster.desk.Drills;
import dev.muster.desk.Hook;
import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Incidents.Which;
import dev.muster.desk.Insights;
import dev.muster.desk.Knowledge;
import dev.muster.desk.Outlets;
import dev.muster.desk.Part;
import dev.muster.desk.Policy;
import dev.muster.desk.PromiseKeeper;
import dev.muster.desk.Recall;
import dev.muster.desk.Retention;
import dev.muster.desk.ReviewDesk;
import dev.muster.desk.RunDesk;
import dev.muster.desk.Troupe;
import dev.muster.http.WebServer;
import dev.muster.integrations.calendar.MeetingFile;
import dev.muster.integrations.outlet.ChatModel;
import dev.muster.integrations.outlet.WebHook;
import dev.muster.schedule.Heartbeat;
import dev.muster.schedule.Loop;
import dev.muster.secrets.Secrets;
import dev.muster.slack.Allowance;
import dev.muster.slack.Answers;
import dev.muster.slack.ChannelNews;
import dev.muster.slack.Channels;
import dev.muster.slack.Directory;
import dev.muster.slack.EventWorker;
import dev.muster.slack.Gestures;
import dev.muster.slack.Homes;
import dev.muster.slack.Ingress;
import dev.muster.slack.Intake;
import dev.muster.slack.Invitations;
import dev.muster.slack.Listening;
import dev.muster.slack.PageReader;
import dev.muster.slack.ResponseUrls;
import dev.muster.slack.Shortcuts;
import dev.muster.slack.Signature;
import dev.muster.slack.Skew;
import dev.muster.slack.SlackChat;
import dev.muster.slack.SocketMode;
import dev.muster.slack.Uploads;
import dev.muster.slack.UserGroups;
import dev.muster.slack.Web;
import dev.muster.slack.Workspace;
import dev.muster.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every part, made once and handed to whoever needs it. Read this file to see the whole bot. */
public final class Bot implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Bot.class);

    private final Settings settings;
    private final Optional<Lock> lock;
    private final Store store;
    private final Presence presence;
    private final Heartbeat heartbeat;
    private final Loop events;
    private final Loop errands;
    private final Loop upkeep;
    private final PromiseKeeper keeper;
    private final EventWorker worker;
    private final Web web;
    private final Vitals vitals;
    private final Machinery machinery;
    private final WebServer server;
    private final Optional<SocketMode> socket;
    private final ExecutorService hands = Hands.of("promise", PromiseKeeper.HANDS);
    private final ExecutorService afterwards = Hands.of("answer", 8);
    private final InstantSource clock;
    private final Runnable warmUp;

    /** Makes and joins them, by the time that the processes which share the database agree on. */
    public Bot(Settings settings) {
        this(settings, Optional.empty(), 1, Company.of(new ScenarioShelf(settings.scenarios())));
    }

    /**
     * Makes and joins them.
     *
     * @param time what time it is; whatever is written down knows it to the millisecond
     * @param speed how many times faster than real time the clock runs; 1 except in a rehearsal
     */
    public Bot(Settings settings, InstantSource time, double speed) {
        this(settings, time, speed, Company.of(new ScenarioShelf(settings.scenarios())));
    }

    /** @param company what is rehearsed, and by whom it is played */
    public Bot(Settings settings, InstantSource time, double speed, Company company) {
        this(settings, Optional.of(time), speed, company);
    }

    private Bot(Settings settings, Optional<InstantSource> time, double speed, Company company) {
        this.settings = settings;
        House house = settings.house();
        lock = Stores.location(settings).file().map(Lock::take);
        store = Stores.open(settings, time);
        clock = store.clock();
        presence = new Presence(store.processes(), clock);
        heartbeat = new Heartbeat(clock, speed);
        Secrets secrets = Secrets.shipped(settings.secrets());

        IncidentDesk desk = new IncidentDesk(store.incidents(), clock, heartbeat::wake);
        machinery = new Machinery(settings.execution(), secrets);
        RunbookShelf shelf = new RunbookShelf(settings.runbooks(), store.runs());
        RunDesk runs = new RunDesk(store.runs(), shelf::books, machinery, clock, heartbeat::wake);
        shelf.read();

        Skew skew = new Skew(InstantSource.system());
        Allowance allowance = new Allowance(clock, settings.slack().share());
        web = new Web(settings.slack().apiUrl(), settings.slack().botToken().value(), allowance, skew);
        Directory directory = new Directory(web, house.zone());
        UserGroups groups = new UserGroups(web, settings.policy().adminGroups());
        Policy policy = new Policy(settings.policy(), groups, directory);
        Invitations invitations = new Invitations(web, directory);
        SlackChat chat = new SlackChat(web, new Channels(web, house), invitations);
        Owners owners = new Owners(invitations, chat);
        Workspace workspace = new Workspace(web, directory);

        PageReader pages = new PageReader(store.timelines(), workspace, directory, secrets);
        CatchUp reading = new CatchUp(store.readings(), store.inbox(), desk, chat, pages, clock);
        Recall recall = new Recall(store.archive(), store.incidents(), store.timelines(), store.reviews());
        Outlets outlets = outlets(settings, secrets, clock);
        ReviewDesk reviews = new ReviewDesk(
                store.reviews(),
                store.timelines(),
                store.runs()::list,
                recall,
                settings.papers(),
                clock,
                heartbeat::wake);
        Drills drills = new Drills(
                store.timelines(), store.runs()::list, company.scenarios(), store.scores(), house.handbook());
        Troupe troupe = company.troupe().apply(chat);
        Chores chores = new Crew(
                        store, desk, runs, recall, chat, directory, machinery, reviews, outlets, drills, troupe, house,
                        clock)
                .chores(reading);
        keeper = new PromiseKeeper(store.promises(), chores, clock, lease(speed), hands, heartbeat::wake);

        Answers answers = new Answers(web, new ResponseUrls(settings.slack().apiUrl()), afterwards);
        Homes homes = new Homes(store.incidents(), policy, this::parts, answers);
        Custody custody = new Custody(store.incidents(), store.timelines(), desk, clock);
        Uploads uploads = new Uploads(web);
        Takeaways takeaways = new Takeaways(store, uploads, answers, afterwards);
        CommandLine commands = new CommandLine(
                Verbs.all(
                        desk,
                        runs,
                        custody,
                        store,
                        new Briefing(store.timelines(), runs),
                        reviews,
                        recall,
                        takeaways,
                        outlets.drafter(),
                        drills,
                        house,
                        directory,
                        groups,
                        this::parts),
                store.incidents(),
                policy,
                secrets);
        Shortcuts shortcuts = new Shortcuts(commands, directory, answers, clock);
        Listening listening = new Listening(commands, directory, answers, shortcuts, clock);
        App app = listening.app(web);
        warmUp = () -> listening.warmUp(app);
        Gestures gestures = new Gestures(store.posts(), listening::gesture, homes::show);
        ChannelNews news = new ChannelNews(store.incidents(), desk, store.promises(), directory, workspace, clock);
        worker = new EventWorker(
                store.inbox(), store.incidents(), news, directory, workspace, gestures, answers, web, clock);
        events = new Loop("events", worker::work);
        Retention retention =
                new Retention(settings.retention().timelines(), store.incidents(), store.timelines(), custody, clock);
        Intake intake = new Intake(store.inbox(), store.incidents(), store.posts(), secrets, clock, events::wake);
        Errands now = new Errands(
                workspace,
                groups,
                intake,
                worker,
                retention,
                settings.retention().raw(),
                house.zone(),
                heartbeat,
                presence,
                () -> reread(shelf, owners, workspace),
                clock);
        errands = new Loop("errands", now::run);

        BookCare bookCare = new BookCare(
                shelf::books,
                new Knowledge(store.runs(), store.trials()),
                store.trials(),
                new Machinery(settings.trial(), secrets),
                store.once(),
                owners,
                () -> store.incidents().list(Which.ACTIVE).isEmpty(),
                house.zone(),
                clock);
        IntSupplier books = now.seldom(bookCare::look);
        IntSupplier figures = now.every(Digest.EVERY, digest(chat, uploads));
        upkeep = new Loop("upkeep", () -> books.getAsInt() + figures.getAsInt());

        socket = socket(app, intake);

        Signature signature = new Signature(
                settings.slack().signingSecrets().stream().map(Secret::value).toList());
        vitals = new Vitals(store, heartbeat, events, workspace, skew, presence, settings, socket, clock);
        server = new WebServer(settings.server().host(), settings.server().port())
                .slack(new Ingress(signature, intake, clock), new SlackAppServlet(app))
                .health(vitals.parts(), presence::names)
                .page("/metrics", "text/plain; version=0.0.4; charset=utf-8", vitals::metrics)
                .page("", "text/html; charset=utf-8", FrontPage::html);
    }

    /** Starts listening, whether or not Slack can be reached, and says where. */
    public URI start() throws Exception {
        URI address = server.start();
        worker.catchUpEverywhere();
        heartbeat.start(keeper::keepDue, () -> store.promises().nextDue(clock.instant()));
        events.start();
        errands.start();
        upkeep.start();
        afterwards.execute(warmUp);
        socket.ifPresent(SocketMode::start);
        log.info("Muster is ready at {}", address);
        return address;
    }

    /** Stops taking in, finishes what is in hand, and closes the database last. */
    @Override
    public void close() throws Exception {
        if (socket.isPresent()) {
            socket.get().close();
        }
        server.close();
        heartbeat.close();
        events.close();
        errands.close();
        upkeep.close();
        Hands.finish(hands);
        Hands.finish(afterwards);
        web.close();
        presence.leave();
        store.close();
        lock.ifPresent(Lock::close);
    }

    /** Nobody outside is told or asked anything unless the settings name them. */
    private static Outlets outlets(Settings settings, Secrets secrets, InstantSource clock) {
        return new Outlets(
                new MeetingFile(settings.house().home(), clock),
                settings.hook()
                        .<Hook>map(hook -> new WebHook(hook.url(), hook.secret().value(), clock))
                        .orElse(Hook.NONE),
                settings.drafting()
                        .map(model -> new ChatModel(
                                model.url(), model.model(), model.secret().value(), secrets)));
    }

    /** By a clock that runs faster, the same real time is longer. */
    private static Duration lease(double speed) {
        return Duration.ofMillis((long) (PromiseKeeper.LEASE.toMillis() * Math.max(1, speed)));
    }

    /** How the bot is; asked only once it is whole. */
    private List<Part> parts() {
        return Stream.concat(vitals.parts().stream(), Stream.of(new Part("sandbox", machinery::trouble)))
                .toList();
    }

    /** What is wrong with a file is told when there is somebody to hear it. */
    private static void reread(RunbookShelf shelf, Owners owners, Workspace workspace) {
        shelf.read();
        if (workspace.trouble().isEmpty()) {
            shelf.tell(owners::tell);
        }
    }

    /** Nothing where no channel is named. */
    private Runnable digest(SlackChat chat, Uploads uploads) {
        Insights insights = new Insights(store.archive(), store.incidents(), clock);
        return settings.digest()
                .map(rule -> new Digest(
                        rule,
                        insights,
                        store.once(),
                        chat,
                        uploads,
                        settings.house().zone(),
                        clock))
                .<Runnable>map(digest -> digest::look)
                .orElse(() -> {});
    }

    private Optional<SocketMode> socket(App app, Intake intake) {
        Secret token = settings.slack().appToken();
        return token.isPresent()
                ? Optional.of(new SocketMode(web, token.value(), intake, app, worker::catchUpEverywhere))
                : Optional.empty();
    }
}
