package dev.muster.incident;

/**
 * Why an incident needs attention. A chore never says what to post: that is worked out when it is said. In the order in
 * which promises of one moment are kept.
 */
public enum Chore {
    /** Open the incident's channel. */
    OPEN_CHANNEL,
    /** Invite whoever should be in the channel, or the guests of the request whose key is given as subject. */
    INVITE,
    /** Post the card, or bring it up to date, and pin it. */
    CARD,
    /** Set the channel's topic and purpose. */
    TOPIC,
    /** Put the links of the incident on the bookmarks bar. */
    BOOKMARKS,
    /** Tell the announcement channel, or bring what was told up to date. */
    ANNOUNCE,
    /** Tell the channel the timeline entry with the number given as subject. */
    SAY,
    /** Send its duties to the holder of the role given as subject. */
    DUTIES,
    /** Bring the checklist of the role given as subject up to date, where it was sent to its holder. */
    TASKS,
    /** Tell the person in the subject how it stands, because they follow it. */
    WORD,
    /** Say which services are hit, who owns them, what depends on them, and which runbooks may help. */
    SERVICES,
    /** Say which earlier incidents were like this one, and what helped then. */
    SIMILAR,
    /**
     * Show what may be said outside, from the line with the key given as subject; or post it for the audience that stands
     * before the key and a space.
     */
    OUTSIDE,
    /** Ask the person in the subject, after its role and a slash, to take that role over, or show the answer. */
    OFFER,
    /** Show the proposal with the number given as subject, and how it stands. */
    PROPOSAL,
    /** Show the current step of the runbook run given as subject. */
    STEP,
    /** Ask whoever should do it for the step of the run given as subject, if it is open still. */
    ASK_STEP,
    /** Go on with the run and the step in the subject, because the run that they called, given last, is over. */
    COME_BACK,
    /** Do what was wanted in the attempt given as subject by its run, its step and its number; at most once. */
    ACT,
    /** Show what came of the attempt given as subject. */
    OUTPUT,
    /** Ask the channel for a status update. */
    PROMPT,
    /** Press for an update that stays owed: {@code direct} whoever should give it, {@code up} those above. */
    PRESS,
    /** Remind the channel that the role given as subject is empty. */
    NUDGE,
    /** Ask the channel whether to escalate, if the criterion given as subject is still true. */
    WATCH,
    /** Speak of what has not happened for so long, if the watch given as subject still holds. */
    CARE,
    /** Tell the channel that nobody has answered the offer of the role given as subject. */
    UNANSWERED,
    /** Tell the owner of the action item given as subject that it is theirs. */
    ASSIGNED,
    /** Ask somebody to look whether the action item given as subject is really done. */
    VERIFY,
    /** Remind the owner of the action item given as subject. */
    REMIND,
    /** Tell the channel, or the person given after the number and a slash, that the action item in the subject stays undone. */
    STUCK,
    /** Say what a step says to the one of those it names whose place stands behind the run and the step in the subject. */
    PASS_ON,
    /** Go on where a step only waits; the subject is the run and the step. */
    WAITED,
    /** Tell the incident given in the subject, in the name of the person given there, that this one is its duplicate. */
    TELL_ORIGINAL,
    /** Ask whoever leads the incident to let the bot into its channel again. */
    PLEAD,
    /** Fetch what was said while nobody listened. */
    CATCH_UP,
    /** Tell the channel that a draft of the post-mortem stands ready, once it is over. */
    DRAFTED,
    /** Invite people to the meeting on the post-mortem; or, for the subject {@code soon}, call it to mind. */
    MEETING,
    /** Have the section of the post-mortem in the subject drafted outside, for the person who asked. */
    SUGGEST,
    /** Say that the post-mortem is published: to everybody, or, for the subject {@code hook}, to another program. */
    PUBLISHED,
    /** See what happens next in a rehearsal, and when to look again. */
    DRILL,
    /** Let the inject in the subject of a rehearsal happen, for the time that stands behind it and a number sign. */
    INJECT,
    /** Tell the channel how a rehearsal went, or bring what was told up to date. */
    SCORE,
    /** Tell the channel the last hash of its timeline, so that the channel is a witness to it. */
    SEAL,
    /** Archive the channel. */
    ARCHIVE
}
