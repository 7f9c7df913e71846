package dev.muster.main;

import dev.muster.command.ActionVerb;
import dev.muster.command.ActionsVerb;
import dev.muster.command.BriefVerb;
import dev.muster.command.CancelVerb;
import dev.muster.command.CauseVerb;
import dev.muster.command.CloseVerb;
import dev.muster.command.CorrectVerb;
import dev.muster.command.DeclareVerb;
import dev.muster.command.DoctorVerb;
import dev.muster.command.DuplicateVerb;
import dev.muster.command.FollowVerb;
import dev.muster.command.HandoverVerb;
import dev.muster.command.HoldVerb;
import dev.muster.command.ImpactVerb;
import dev.muster.command.InsightsVerb;
import dev.muster.command.InviteVerb;
import dev.muster.command.ItemVerb;
import dev.muster.command.LinkVerb;
import dev.muster.command.ListVerb;
import dev.muster.command.MeetVerb;
import dev.muster.command.PostmortemVerb;
import dev.muster.command.ProposeVerb;
import dev.muster.command.RedactVerb;
import dev.muster.command.RemarkVerb;
import dev.muster.command.ReopenVerb;
import dev.muster.command.ResolveVerb;
import dev.muster.command.RoleVerb;
import dev.muster.command.RunbookVerb;
import dev.muster.command.ScenarioVerb;
import dev.muster.command.ScoreVerb;
import dev.muster.command.SearchVerb;
import dev.muster.command.SevVerb;
import dev.muster.command.SimilarVerb;
import dev.muster.command.SnoozeVerb;
import dev.muster.command.StageVerb;
import dev.muster.command.StatusVerb;
import dev.muster.command.SuggestVerb;
import dev.muster.command.TasksVerb;
import dev.muster.command.TimeVerb;
import dev.muster.command.TimelineVerb;
import dev.muster.command.UndoVerb;
import dev.muster.command.UpdateVerb;
import dev.muster.command.Verb;
import dev.muster.command.WhyVerb;
import dev.muster.command.WriteVerb;
import dev.muster.desk.Briefing;
import dev.muster.desk.Custody;
import dev.muster.desk.Drafter;
import dev.muster.desk.Drills;
import dev.muster.desk.House;
import dev.muster.desk.IncidentDesk;
import dev.muster.desk.Insights;
import dev.muster.desk.Knowledge;
import dev.muster.desk.Papers;
import dev.muster.desk.Part;
import dev.muster.desk.People;
import dev.muster.desk.Recall;
import dev.muster.desk.ReviewDesk;
import dev.muster.desk.RunDesk;
import dev.muster.desk.Teams;
import dev.muster.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that can be said, in the order of the help. */
final class Verbs {

    private Verbs() {}

    static List<Verb> all(
            IncidentDesk desk,
            RunDesk runs,
            Custody custody,
            Store store,
            Briefing briefing,
            ReviewDesk reviews,
            Recall recall,
            Takeaways takeaways,
            Optional<Drafter> drafter,
            Drills drills,
            House house,
            People people,
            Teams teams,
            Supplier<List<Part>> parts) {
        SearchVerb search = new SearchVerb(
                store.timelines(), store.incidents(), new Papers(store.archive(), store.incidents(), store.reviews()));
        List<Verb> verbs = new ArrayList<>(List.of(
                new DeclareVerb(desk, store.incidents(), house, people, drills.scenarios()),
                new ListVerb(store.incidents()),
                new StatusVerb(),
                new UpdateVerb(desk, house, people),
                new SnoozeVerb(desk),
                FollowVerb.subscribe(desk, people),
                FollowVerb.unsubscribe(desk, people),
                new StageVerb(desk, house.handbook(), people),
                new SevVerb(desk, house, people),
                new RoleVerb(desk, people),
                new HandoverVerb(desk, house.handbook(), people),
                new TasksVerb(desk, house.handbook()),
                new BriefVerb(briefing),
                new ImpactVerb(desk, house.handbook(), people),
                new CauseVerb(desk),
                new TimeVerb(desk),
                new UndoVerb(desk, store.timelines(), house.handbook(), people),
                new ProposeVerb(desk, people),
                RemarkVerb.note(desk, people),
                RemarkVerb.decision(desk, people),
                new LinkVerb(desk, people),
                new InviteVerb(desk, people),
                new ActionVerb(desk, house, people),
                new ActionsVerb(desk, store.incidents(), store.timelines(), teams),
                new RunbookVerb(runs, new Knowledge(store.runs(), store.trials()), people),
                new TimelineVerb(store.timelines(), search, takeaways),
                search,
                new CorrectVerb(custody, people),
                new RedactVerb(custody),
                new HoldVerb(desk, people),
                new PostmortemVerb(reviews, takeaways::paper),
                new WriteVerb(reviews, people),
                new WhyVerb(reviews, people),
                new MeetVerb(desk, house),
                new SuggestVerb(desk, drafter),
                new ResolveVerb(desk, house.handbook(), people),
                new CloseVerb(desk, house.handbook(), people),
                new ReopenVerb(desk, house, people),
                new CancelVerb(desk, people),
                new DuplicateVerb(desk, store.incidents()),
                new SimilarVerb(recall),
                new InsightsVerb(new Insights(store.archive(), store.incidents(), store.clock())),
                new ScenarioVerb(drills.scenarios()),
                new ScoreVerb(
                        drills,
                        (incident, to, name, text) -> takeaways.paper(incident, to, name, MarkdownPage.of(text))),
                new DoctorVerb(parts, store.promises(), store.incidents())));
        verbs.addAll(ItemVerb.all(desk, house, people));
        return verbs;
    }
}
