package dev.muster.desk;

import dev.muster.desk.Notice.Choice;
import dev.muster.desk.Notice.Suggested;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Convening;
import dev.muster.incident.Incident;
import dev.muster.incident.Meeting;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Milestone;
import dev.muster.review.Postmortem;
import dev.muster.timeline.Json;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The chores of learning from what is over: saying that there is a draft, meeting over it, and passing it on. */
public final class ReviewChores {

    private final ReviewDesk reviews;
    private final Chat chat;
    private final House house;
    private final Calendar calendar;
    private final Hook hook;
    private final InstantSource clock;

    public ReviewChores(ReviewDesk reviews, Chat chat, House house, Calendar calendar, Hook hook, InstantSource clock) {
        this.reviews = reviews;
        this.chat = chat;
        this.house = house;
        this.calendar = calendar;
        this.hook = hook;
        this.clock = clock;
    }

    /** A drill is learned from, too. What was taken up again meanwhile is drafted when it is over. */
    void drafted(Incident incident, ChannelId channel, Claim claim) {
        if (!incident.isActive()) {
            String line =
                    ":memo: *%s*: a draft of the post-mortem stands ready, with all that the record says. What only people know is left open: `/incident postmortem`"
                            .formatted(incident.id());
            List<Choice> choices = List.of(
                    new Choice("See the draft", incident.id() + " postmortem"),
                    new Choice("Write what led to it", "form " + incident.id() + " write causes"),
                    new Choice("Set a date", "form " + incident.id() + " meet"));
            chat.post(channel, new Suggested(line, choices), claim.key(), claim.isRetry());
        }
    }

    /** In the channel; once that is closed, to whoever asked for it. */
    void meeting(Incident incident, Claim claim) {
        incident.conduct().meeting().filter(this::isAhead).ifPresent(meeting -> {
            ChannelId where = incident.room()
                    .open()
                    .orElseGet(() -> chat.direct(meeting.by().id()));
            boolean isSoon = claim.promise().subject().equals(Convening.SOON);
            MessageRef message = chat.post(
                    where, isSoon ? soon(incident, meeting) : invited(incident, meeting), claim.key(), claim.isRetry());
            if (!isSoon) {
                chat.attach(message, file(incident), calendar.invitation(incident, meeting), "For your calendar");
            }
        });
    }

    private boolean isAhead(Meeting meeting) {
        return clock.instant().isBefore(meeting.at());
    }

    private static Suggested invited(Incident incident, Meeting meeting) {
        String moved = meeting.moved() > 0 ? " now" : "";
        String line =
                ":calendar: *%s*: the post-mortem is%s talked over %s, asked for by %s. The file in the thread puts it into your calendar."
                        .formatted(
                                incident.id(),
                                moved,
                                Markup.time(meeting.at()),
                                Markup.mention(meeting.by().id()));
        return new Suggested(
                line,
                List.of(
                        new Choice("See the draft", incident.id() + " postmortem"),
                        new Choice("Move it", "form " + incident.id() + " meet")));
    }

    private static Suggested soon(Incident incident, Meeting meeting) {
        String line =
                ":calendar: *%s*: the meeting on the post-mortem begins %s. Read the draft before: what is missing is named in it."
                        .formatted(incident.id(), Markup.time(meeting.at()));
        return new Suggested(line, List.of(new Choice("See the draft", incident.id() + " postmortem")));
    }

    private static String file(Incident incident) {
        return incident.id().toString().toLowerCase(Locale.ROOT) + "-postmortem.ics";
    }

    /** What nobody may know of, what was practised, and what was changed since is passed on to nobody. */
    void published(Incident incident, Claim claim) {
        String subject = claim.promise().subject();
        Postmortem paper = reviews.postmortem(incident.id());
        boolean isMeant = paper.isPublished()
                && !incident.facts().isPrivate()
                && !incident.facts().drill()
                && subject.replaceFirst("^hook/", "").equals(String.valueOf(paper.version()));
        if (isMeant && subject.startsWith("hook/")) {
            hook.tell(claim.key(), json(incident, paper));
        } else if (isMeant) {
            String line = ":books: The post-mortem of *%s*, “%s”, is published: `/incident %d postmortem export`"
                    .formatted(
                            incident.id(),
                            Markup.escape(incident.title()),
                            incident.id().number());
            Choice choice = new Choice("Send it to me", incident.id() + " postmortem export");
            chat.post(
                    chat.channel(house.announce()), new Suggested(line, List.of(choice)), claim.key(), claim.isRetry());
        }
    }

    private String json(Incident incident, Postmortem paper) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("event", "postmortem.published");
        object.put("incident", incident.id().toString());
        object.put("title", incident.title());
        object.put("severity", incident.severity().toString());
        object.put("version", paper.version());
        paper.publication().ifPresent(done -> {
            object.put("publishedAt", done.at().toString());
            object.put("publishedBy", done.by().name());
        });
        Arrays.stream(Milestone.values()).forEach(milestone -> incident.time(milestone)
                .ifPresent(at -> object.put(milestone.code(), at.toString())));
        object.put("services", incident.conduct().impact().services());
        object.put("markdown", reviews.document(incident, house.zone()).markdown());
        return Json.write(object);
    }
}
