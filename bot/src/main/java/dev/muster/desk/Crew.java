package dev.muster.desk;

import java.time.InstantSource;

/** Those who do the chores, and what they work with. */
public record Crew(
        Kept kept,
        IncidentDesk desk,
        RunDesk runs,
        Recall recall,
        Chat chat,
        People people,
        Machine machine,
        ReviewDesk reviews,
        Outlets outlets,
        Drills drills,
        Troupe troupe,
        House house,
        InstantSource clock) {

    /** Each is given what its chores need, and no more. */
    public Chores chores(CatchUp reading) {
        return new Chores(
                kept.incidents(),
                new RoomChores(kept.incidents(), desk, chat, house, clock),
                new TalkChores(desk, kept.timelines(), runs, kept.posts(), chat, house, clock),
                new AskChores(new Briefing(kept.timelines(), runs), kept.posts(), chat, house.handbook()),
                new BringChores(desk, kept.timelines(), people, chat, house),
                new OutsideChores(desk, kept.timelines(), runs, kept.posts(), chat, house),
                items(),
                new CareChores(desk, kept.timelines(), chat, house.handbook(), clock),
                reading,
                new ActChores(runs, kept.timelines(), kept.posts(), chat, machine),
                new StepChores(runs, people, chat),
                new RecallChores(recall, chat),
                new ReviewChores(reviews, chat, house, outlets.calendar(), outlets.hook(), clock),
                new DraftChores(desk, reviews, chat, house, outlets.drafter()),
                new DrillChores(desk, drills, troupe, kept.posts(), chat, house, clock));
    }

    private ItemChores items() {
        return new ItemChores(
                kept.incidents(),
                kept.promises(),
                desk,
                kept.posts(),
                chat,
                house.handbook().reminders(),
                recall);
    }
}
