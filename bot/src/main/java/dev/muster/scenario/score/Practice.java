package dev.muster.scenario.score;

/** Why something is counted: what incidents have taught, and which reviews taught it. */
public enum Practice {
    DECLARE(
            "Declare as soon as people may be hit: an incident that was none is cancelled with one word.",
            "detection: acknowledge the alert, verify impact, declare, set the severity"),
    COMMAND(
            "One person is in command from the outset. In both large outages that were reviewed nobody was, and teams undid one another's work.",
            "reviews of the promotional-traffic cascade and of the regional failover"),
    ROLES(
            "Commander, tech lead and comms lead are three heads: who repairs cannot also tell everybody how it goes.",
            "roles of the major-disruption runbook"),
    SEVERITY(
            "The severity says how soon who is called, so it has to be right early: sev1 within 5 minutes, sev2 within 15, sev3 within 30.",
            "severity levels of the major-disruption runbook"),
    UPDATES(
            "Whoever waits for news and hears nothing asks the people who work. An update in time, even one without news, keeps them free.",
            "the commander gives regular status updates; reviews of inconsistent updates"),
    IMPACT(
            "How many people are hit, and what it costs, decides what may be risked to end it; it is also the first question of a review.",
            "executive summary and impact of a post-mortem"),
    APPROVAL(
            "Changes go through the commander. Remedies that nobody had agreed on made the worst outage worse.",
            "the commander approves all production changes; uncoordinated remediation"),
    DECISIONS(
            "A decision on the record tells later who knew what when, and keeps the next shift from undoing it.",
            "document timeline and actions"),
    ESCALATION(
            "No cause after 30 minutes, no effect after 15, or an hour in all: more people, without being asked.",
            "escalation criteria of the major-disruption runbook"),
    RUNBOOK(
            "At three in the morning nobody remembers step seven; whoever leaves one out says why.",
            "runbooks of the practices"),
    MITIGATION(
            "First make it stop hurting, then find out why: roll back, fail over, shed load.",
            "mitigation: propose, approve, execute, verify"),
    FINDINGS(
            "The first thing that looks wrong is seldom the cause: go on asking why.",
            "five whys; diagnosis steps of every practice"),
    BLAMELESS(
            "Where people expect blame they hide what happened; ask what allowed it.",
            "blame-free post-mortems: human error is a symptom, not the cause"),
    ITEMS(
            "What nobody owns by a date is not done, and then it happens again: the same outage came back for three months.",
            "action items: specific, owned, dated; the repeated payment outage");

    private final String words;
    private final String source;

    Practice(String words, String source) {
        this.words = words;
        this.source = source;
    }

    public String words() {
        return words;
    }

    /** Where it was learned. */
    public String source() {
        return source;
    }
}
