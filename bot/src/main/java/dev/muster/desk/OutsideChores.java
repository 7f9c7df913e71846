package dev.muster.desk;

import dev.muster.desk.Notice.Hit;
import dev.muster.desk.Notice.Outside;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Notice.Word;
import dev.muster.incident.Assessing;
import dev.muster.incident.Catalogue;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Incident;
import dev.muster.incident.Kind;
import dev.muster.incident.Labels;
import dev.muster.incident.Responding;
import dev.muster.incident.Service;
import dev.muster.incident.Stage;
import dev.muster.incident.Uprooting;
import dev.muster.incident.UserId;
import dev.muster.incident.Words;
import dev.muster.runbook.Occasion.Situation;
import dev.muster.timeline.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chores that look beyond the channel: to services, their owners, audiences outside, and whoever follows from afar. */
public final class OutsideChores {

    private final IncidentDesk desk;
    private final Timelines timelines;
    private final RunDesk runs;
    private final Boards boards;
    private final Chat chat;
    private final House house;

    public OutsideChores(IncidentDesk desk, Timelines timelines, RunDesk runs, Posts posts, Chat chat, House house) {
        this.desk = desk;
        this.timelines = timelines;
        this.runs = runs;
        this.boards = new Boards(posts, chat);
        this.chat = chat;
        this.house = house;
    }

    /** One message for all services, edited as more of them are known to be hit. */
    void services(Incident incident, ChannelId channel, Claim claim) {
        Catalogue catalogue = house.handbook().services();
        List<Service> hit = catalogue.of(incident.conduct().impact().services());
        List<Fitting> books = books(incident, hit);
        if (!hit.isEmpty() || !books.isEmpty()) {
            Hit notice = new Hit(incident, hit, catalogue.dependents(hit), books);
            boards.show(incident, channel, "services:" + channel, notice, claim);
        }
    }

    private List<Fitting> books(Incident incident, List<Service> hit) {
        Situation now = new Situation(
                incident.severity(),
                hit.stream().map(Service::name).collect(Collectors.toSet()),
                labels(incident),
                incident.title());
        return Fitting.of(runs.books(), hit, now);
    }

    /** As whoever declared it gave them. */
    private Map<String, String> labels(Incident incident) {
        return timelines.keyMoments(incident.id(), Kind.DECLARED).stream()
                .flatMap(row -> Optional.ofNullable(row.entry().data().get("labels")).stream())
                .map(String::valueOf)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(Labels::parse)
                .orElse(Map.of());
    }

    /** Whoever follows a private incident may have lost the right to know of it meanwhile. */
    void word(Incident incident, Claim claim) {
        UserId to = new UserId(claim.promise().subject());
        boolean follows = incident.conduct().subscribers().contains(to);
        if (follows && Policy.maySee(incident, to, new ChannelId(to.value()))) {
            chat.post(chat.direct(to), new Word(incident), claim.key(), claim.isRetry());
        }
    }

    /** Whoever leads the incident can let the bot in again. */
    void plead(Incident incident, Claim claim) {
        String line =
                "I was put out of %s, the channel of *%s*. What is said there is not written down until I am back: type `/invite @muster` there. What was said meanwhile is fetched then."
                        .formatted(incident.room().channel().map(Markup::link).orElse("the channel"), incident.id());
        chat.post(chat.direct(Uprooting.asked(incident)), new Text(line), claim.key(), claim.isRetry());
    }

    /** What may be said outside is shown to be copied, and posted for those audiences that have a channel. */
    void outside(Incident incident, Claim claim) {
        String subject = claim.promise().subject();
        String[] audienceAndKey = subject.split(" ", 2);
        if (audienceAndKey.length > 1) {
            tell(incident, audienceAndKey[0], audienceAndKey[1], claim);
        } else {
            show(incident, subject, claim);
        }
    }

    private void show(Incident incident, String key, Claim claim) {
        Optional<Row> row = timelines.find(incident.id(), key);
        Optional<ChannelId> room = incident.room().open();
        if (row.isPresent() && room.isPresent()) {
            Outside notice = outside(incident, row.get().entry());
            chat.post(room.get(), notice, claim.key(), claim.isRetry());
            List<String> audiences = notice.texts().stream()
                    .filter(text -> notice.isPosted() && !text.channel().isEmpty())
                    .map(Outside.Said::audience)
                    .toList();
            desk.change(incident.id(), (found, at) -> Responding.outside(found, key, audiences, at));
        }
    }

    private void tell(Incident incident, String audience, String key, Claim claim) {
        timelines
                .find(incident.id(), key)
                .map(row -> outside(incident, row.entry()))
                .filter(Outside::isPosted)
                .flatMap(notice -> notice.texts().stream()
                        .filter(text -> text.audience().equals(audience))
                        .findFirst())
                .ifPresent(text -> chat.post(
                        chat.channel(text.channel()),
                        new Text(Markup.escape(text.words(), 2900)),
                        claim.key(),
                        claim.isRetry()));
    }

    private Outside outside(Incident incident, Entry update) {
        Stage stage = Stage.find(String.valueOf(update.data().get("stage"))).orElse(incident.stage());
        OutsideFacts facts = facts(incident, update);
        return new Outside(
                incident,
                house.outside().stream()
                        .map(wording ->
                                new Outside.Said(wording.audience(), wording.channel(), wording.at(stage, facts)))
                        .filter(said -> !said.words().isEmpty())
                        .toList());
    }

    private OutsideFacts facts(Incident incident, Entry update) {
        return new OutsideFacts(
                update.text(),
                incident.title(),
                incident.severity().toString(),
                services(incident),
                Assessing.inWords(incident.conduct().impact()),
                Words.day(incident.facts().declaredAt(), house.zone()),
                incident.rhythm().due().map(due -> Words.day(due, house.zone())).orElse(""));
    }

    private static String services(Incident incident) {
        return Optional.of(String.join(", ", incident.conduct().impact().services()))
                .filter(names -> !names.isEmpty())
                .orElse("our service");
    }
}
