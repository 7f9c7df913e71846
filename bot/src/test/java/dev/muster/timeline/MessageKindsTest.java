package dev.muster.timeline;

import static dev.muster.timeline.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack says in other ways than plain words, and who says it. */
class MessageKindsTest {

    /** A directory that knows nobody. */
    private static final Names STRANGERS = new Names() {
        @Override
        public String of(UserId user) {
            return user.value();
        }

        @Override
        public String of(ChannelId channel) {
            return channel.value();
        }
    };

    private static final Self SELF = new Self("U0BOT", "B0BOT", "A0APP", "T1");

    private final Reducer reducer = new Reducer(SELF, Events.NAMES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    channel_archive             → channel_archive
                    channel_unarchive           → channel_unarchive
                    group_archive               → group_archive
                    channel_convert_to_private  → channel_convert_to_private
                    channel_convert_to_public   → channel_convert_to_public
                    channel_posting_permissions → channel_posting_permissions
                    huddle_thread               → huddle_thread
                    sh_room_created             → sh_room_created
                    reminder_add                → reminder_add
                    bot_add                     → bot_add
                    bot_remove                  → bot_remove
                    slackbot_response           → slackbot_response
                    joiner_notification         → joiner_notification
                    assistant_app_thread        → assistant_app_thread
                    document_mention            → document_mention
                    share_shortcut              → share_shortcut
                    canvas_updated              → canvas_updated
                    app_conversation_leave      → app_conversation_leave
                    zzz_new                     → zzz_new
                    """)
    void namesTheKindOfNoticeAndSaysInWordsWhereItHasNone(String subtype, String kept) {
        Entry spoken = one(message("'subtype':'" + subtype + "','user':'U1','text':'so &amp; so'"));
        Entry silent = one(message("'subtype':'" + subtype + "','user':'U1'"));

        assertThat(spoken.text()).isEqualTo("so & so");
        assertThat(spoken.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(spoken.data()).containsExactly(Map.entry("subtype", kept));
        assertThat(silent.text()).isEqualTo("(a " + subtype + " without text)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot_message", "me_message", "thread_broadcast"})
    void keepsNoSubtypeOfWhatIsOnlyAWayToSpeak(String subtype) {
        Entry entry = one(message("'subtype':'" + subtype + "','user':'U1','text':'x'"));

        assertThat(entry.data()).isEmpty();
        assertThat(entry.text()).isEqualTo("x");
    }

    @Test
    void saysThatAMessageHasNothingToShow() {
        assertThat(one(message("'user':'U1','text':''")).text()).isEqualTo("(a message without text)");
        assertThat(one(message("'user':'U1','blocks':[{'type':'actions','elements':[{'type':'button','text':"
                                + "{'type':'plain_text','text':'Press'}}]}]"))
                        .text())
                .isEqualTo("(a message without text)");
    }

    @Test
    void saysThatAMessageIsWithheld() {
        Entry entry = one(message("'subtype':'ekm_access_denied','user':'UREVOKEDU'"));

        assertThat(entry.text()).isEqualTo("(a message that Slack withholds, because access to its key was revoked)");
        assertThat(entry.actor()).contains(new Actor(new UserId("UREVOKEDU"), "somebody"));
    }

    @Test
    void saysWhoInvitedWhomever() {
        Entry invited = one(message("'subtype':'channel_join','user':'U1','inviter':'U2','text':'<@U1> has joined'"));
        Entry alone = one(message("'subtype':'group_join','user':'U1','text':'<@U1> has joined'"));

        assertThat(invited.kind()).isEqualTo(Kind.JOINED);
        assertThat(invited.data()).containsExactly(Map.entry("inviter", Map.of("id", "U2", "name", "name-of-U2")));
        assertThat(alone.data()).isEmpty();
    }

    @Test
    void keepsTopicPurposeAndNames() {
        Entry topic = one(message("'subtype':'group_topic','user':'U1','topic':'all hands','text':'set'"));
        Entry purpose = one(message("'subtype':'channel_purpose','user':'U1','purpose':'fixing','text':'set'"));
        Entry name = one(message("'subtype':'channel_name','user':'U1','old_name':'a','name':'b','text':'renamed'"));

        assertThat(topic.data()).containsExactly(Map.entry("topic", "all hands"));
        assertThat(purpose.data()).containsExactly(Map.entry("purpose", "fixing"));
        assertThat(name.data()).containsOnly(Map.entry("from", "a"), Map.entry("to", "b"));
        assertThat(name.kind()).isEqualTo(Kind.RENAMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'channel_rename','channel':{'id':'C1','name':'b'},'event_ts':'5.000000'}",
                "{'type':'member_joined_channel','user':'U1','channel':'C1','channel_type':'C','event_ts':'5.000000'}",
                "{'type':'channel_archive','channel':'C1','user':'U1','event_ts':'5.000000'}",
                "{'type':'app_mention','channel':'C1','user':'U1','ts':'1.000001','text':'<@U0BOT> hi'}"
            })
    void writesAFactThatSlackTellsTwiceOnce(String secondTelling) {
        assertThat(reducer.reduce(event(secondTelling))).isEmpty();
    }

    @Test
    void writesThatAChannelGotAnotherId() {
        Entry entry = one(
                "{'type':'channel_id_changed','old_channel_id':'G1','new_channel_id':'C2'," + "'event_ts':'5.000000'}");

        assertThat(entry.kind()).isEqualTo(Kind.RENAMED);
        assertThat(entry.text()).isEqualTo("The channel's id changed from G1 to C2");
        assertThat(entry.data()).containsOnly(Map.entry("from", "G1"), Map.entry("to", "C2"));
        assertThat(entry.origin()).isEqualTo(Origin.of("channel_id_changed:G1:C2"));
    }

    @Test
    void writesNothingOfAFileOrAChannelWithoutAnId() {
        assertThat(reducer.reduce(event("{'type':'file_deleted','event_ts':'5.000000'}")))
                .isEmpty();
        assertThat(reducer.reduce(event("{'type':'channel_id_changed','old_channel_id':'G1','event_ts':'5.0'}")))
                .isEmpty();
    }

    @Test
    void namesTheFileThatIsGone() {
        Entry entry = one("{'type':'file_deleted','file_id':'F1','channel_ids':['C1'],'event_ts':'5.000000'}");

        assertThat(entry.data()).containsExactly(Map.entry("file", "F1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'user':'U9','app_id':'A0APP'", "'bot_id':'B0BOT'", "'user':'U0BOT'"})
    void knowsItsOwnMessagesByAnyOfItsIds(String author) {
        Entry entry = one(message(author + ",'text':'card'"));

        assertThat(entry.kind()).isEqualTo(Kind.BOT);
        assertThat(entry.actor()).isEmpty();
    }

    @Test
    void takesANoticeAboutItselfForNoMessageOfItsOwn() {
        Entry entry = one(message("'subtype':'bot_add','user':'U1','bot_id':'B0BOT','text':'added an integration'"));

        assertThat(entry.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(entry.actor()).contains(new Actor(new UserId("U1"), "name-of-U1"));
    }

    @Test
    void namesSomebodyOfAnotherWorkspaceByTheMessageItself() {
        Reducer reducer = new Reducer(SELF, STRANGERS);

        Entry displayed = reducer.reduce(event(message("'user':'U7','user_team':'T2','text':'x',"
                        + "'user_profile':{'display_name':'zoe','real_name':'Zoe Z','team':'T2'}")))
                .get(0);
        Entry real = reducer.reduce(event(message(
                        "'user':'U7','team':'T2','text':'x','user_profile':{'display_name':'','real_name':'Zoe Z'}")))
                .get(0);
        Entry known = one(message("'user':'U7','user_team':'T2','text':'x','user_profile':{'display_name':'zoe'}"));

        assertThat(displayed.actor()).contains(new Actor(new UserId("U7"), "zoe"));
        assertThat(displayed.data()).containsExactly(Map.entry("team", "T2"));
        assertThat(real.actor()).contains(new Actor(new UserId("U7"), "Zoe Z"));
        assertThat(real.data()).containsExactly(Map.entry("team", "T2"));
        assertThat(known.actor()).contains(new Actor(new UserId("U7"), "name-of-U7"));
    }

    @Test
    void keepsNoTeamOfItsOwnPeople() {
        assertThat(one(message("'user':'U1','team':'T1','user_team':'T1','text':'x'"))
                        .data())
                .isEmpty();
    }

    @Test
    void believesOnlyTheUserTeamWhileItDoesNotKnowItsOwn() {
        Reducer reducer = new Reducer(Events.SELF, Events.NAMES);

        assertThat(reducer.reduce(event(message("'user':'U1','team':'T2','text':'x'")))
                        .get(0)
                        .data())
                .isEmpty();
        assertThat(reducer.reduce(event(message("'user':'U1','user_team':'T2','text':'x'")))
                        .get(0)
                        .data())
                .containsExactly(Map.entry("team", "T2"));
    }

    @Test
    void learnsFromTheEnvelopeWhereItIs() {
        Self told = Events.SELF.toldBy(
                event("{'team_id':'T2','api_app_id':'A1','authorizations':[{'team_id':'T1','user_id':'U0BOT'}]}"));
        Self untold = SELF.toldBy(Fields.NONE);

        assertThat(told).isEqualTo(new Self("U0BOT", "B0BOT", "A1", "T1"));
        assertThat(untold).isEqualTo(SELF);
        assertThat(Events.SELF.toldBy(event("{'team_id':'T2'}")).teamId()).isEqualTo("T2");
    }

    @Test
    void keepsFilesWithoutText() {
        Entry entry = one(
                message(
                        "'subtype':'file_share','user':'U1','text':'','files':["
                                + "{'id':'F1','name':'a.png','title':'The graph','mode':'hosted','size':3},{'id':'F2','mode':'tombstone'}]"));

        assertThat(entry.text()).isEmpty();
        assertThat(entry.data())
                .containsExactly(Map.entry(
                        "files",
                        List.of(
                                Map.of("id", "F1", "name", "a.png", "title", "The graph", "mode", "hosted", "size", 3L),
                                Map.of("id", "F2", "mode", "tombstone"))));
    }

    @Test
    void takesNoFileThatIsOnlyATraceForWhatWasShared() {
        List<Entry> entries = reducer.reduce(
                event(
                        """
                        {'type':'message','subtype':'message_changed','channel':'C1','event_ts':'9.000000',
                         'message':{'user':'U1','ts':'1.000001','text':'b','edited':{'ts':'8.000000'},
                                    'files':[{'id':'F1','mode':'tombstone'}]},
                         'previous_message':{'user':'U1','ts':'1.000001','text':'a',
                                    'files':[{'id':'F1','mode':'tombstone'}]}}
                        """));

        assertThat(sources(entries)).containsExactly("edited:C1:1.000001:8.000000");
    }

    @Test
    void takesAnEditThatOnlyChangesFilesForAnEdit() {
        List<Entry> entries = reducer.reduce(
                event(
                        """
                        {'type':'message','subtype':'message_changed','channel':'C1','event_ts':'9.000000',
                         'message':{'user':'U1','ts':'1.000001','text':'a','edited':{'ts':'8.000000'}},
                         'previous_message':{'user':'U1','ts':'1.000001','text':'a','files':[{'id':'F1'}]}}
                        """));

        assertThat(sources(entries)).containsExactly("message:C1:1.000001", "edited:C1:1.000001:8.000000");
        assertThat(entries.get(1).data()).isEmpty();
    }

    @Test
    void keepsEveryWordingOfABotThatMarksNoEdit() {
        List<Entry> afterTheFirst = reducer.reduce(event(progress("10 %", "90 %", "7.000000")));
        List<Entry> afterTheLast = reducer.reduce(event(progress("90 %", "100 %", "9.000000")));

        assertThat(sources(afterTheFirst)).containsExactly("edited:C1:1.000001:7.000000");
        assertThat(sources(afterTheLast)).containsExactly("edited:C1:1.000001:9.000000");
    }

    @Test
    void takesAnUpdatedAlertForAnEdit() {
        List<Entry> entries = reducer.reduce(
                event(
                        """
                        {'type':'message','subtype':'message_changed','channel':'C1','event_ts':'9.000000',
                         'message':{'bot_id':'B9','ts':'1.000001','text':'','attachments':[{'text':'resolved'}]},
                         'previous_message':{'bot_id':'B9','ts':'1.000001','text':'','attachments':[{'text':'firing'}]}}
                        """));

        assertThat(entries).extracting(Entry::text).containsExactly("resolved");
        assertThat(sources(entries)).containsExactly("edited:C1:1.000001:9.000000");
    }

    /** Whatever marks nobody knows yet on an attachment that comes and goes: the original is not made up from it. */
    @Test
    void takesNoWordingWithSomethingAttachedForTheOriginal() {
        List<Entry> entries = reducer.reduce(
                event(
                        "{'type':'message','subtype':'message_changed','channel':'C1',"
                                + "'event_ts':'9.000000','message':{'user':'U1','ts':'1.000001','text':'x'},"
                                + "'previous_message':{'user':'U1','ts':'1.000001','text':'x','attachments':[{'text':'added later'}]}}"));

        assertThat(sources(entries)).containsExactly("edited:C1:1.000001:9.000000");
    }

    @Test
    void takesAPreviewWithoutItsPreviousMessageForNoEdit() {
        List<Entry> entries = reducer.reduce(event("{'type':'message','subtype':'message_changed','channel':'C1',"
                + "'event_ts':'9.000000','message':{'user':'U1','ts':'1.000001','text':'x',"
                + "'attachments':[{'from_url':'https://x.example','text':'X'}]}}"));

        assertThat(sources(entries)).containsExactly("message:C1:1.000001");
        assertThat(entries.get(0).text()).isEqualTo("x");
    }

    @Test
    void writesADeletionOnceThoughItsTraceIsRemovedLater() {
        String tombstone =
                "'subtype':'tombstone','user':'USLACKBOT','ts':'1.000001','text':'This message was deleted.'";
        List<Entry> counted = reducer.reduce(event("{'type':'message','subtype':'message_changed','channel':'C1',"
                + "'event_ts':'9.000000','message':{" + tombstone + "},'previous_message':{" + tombstone + "}}"));
        List<Entry> removed = reducer.reduce(event("{'type':'message','subtype':'message_deleted','channel':'C1',"
                + "'event_ts':'9.000000','deleted_ts':'1.000001','previous_message':{" + tombstone + "}}"));

        assertThat(counted).isEmpty();
        assertThat(sources(removed)).containsExactly("deleted:C1:1.000001:tombstone");
    }

    @Test
    void leavesTheThreadOfADeletedParentEmpty() {
        List<Entry> entries = reducer.reduce(event("{'type':'message','subtype':'message_deleted','channel':'C1',"
                + "'event_ts':'9.000000','deleted_ts':'1.000001',"
                + "'previous_message':{'user':'U1','ts':'1.000001','thread_ts':'1.000001','text':'look'}}"));

        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.origin().threadTs()).isEmpty());
    }

    @Test
    void countsTheMarkOfAKeyMomentInAnyToneOfSkin() {
        Entry entry = one("{'type':'reaction_added','user':'U1','reaction':'pushpin::skin-tone-4',"
                + "'item':{'type':'message','channel':'C1','ts':'1.000001'},'event_ts':'5.000000'}");

        assertThat(entry.data()).containsExactly(Map.entry("reaction", Survey.MARK));
        assertThat(entry.origin().source()).contains("reaction_added:C1:1.000001:U1:pushpin::skin-tone-4:5.000000");
    }

    @Test
    void passesOverInTheHistoryWhatAnotherEventTells() {
        assertThat(reducer.fromHistory(
                        new ChannelId("C1"), event(message("'subtype':'pinned_item','user':'U1','text':'pinned'"))))
                .isEmpty();
    }

    @Test
    void keepsAVeryLongMessageWhole() {
        String longest = "🔥<".repeat(13_000) + "&amp;".repeat(200);

        Entry entry = one(message("'user':'U1','text':'" + longest + "'"));

        assertThat(entry.text()).isEqualTo("🔥<".repeat(13_000) + "&".repeat(200));
    }

    @Test
    void makesNamesSafeForAnyDatabase() {
        Entry entry =
                one(message("'bot_id':'B9','username':'a\\u0000b','text':'x','files':[{'id':'F1','name':'\\ud83d'}]"));

        assertThat(entry.actor()).contains(new Actor(new UserId("B9"), "a\ufffdb"));
        assertThat(entry.data()).containsExactly(Map.entry("files", List.of(Map.of("id", "F1", "name", "?"))));
    }

    private static String progress(String before, String after, String eventTs) {
        return ("{'type':'message','subtype':'message_changed','channel':'C1','event_ts':'%s',"
                        + "'message':{'bot_id':'B9','ts':'1.000001','text':'%s','edited':{'ts':'5.000000'}},"
                        + "'previous_message':{'bot_id':'B9','ts':'1.000001','text':'%s','edited':{'ts':'5.000000'}}}")
                .formatted(eventTs, after, before);
    }

    private static String message(String fields) {
        return "{'type':'message','channel':'C1','ts':'1.000001'," + fields + "}";
    }

    private Entry one(String singleQuoted) {
        List<Entry> entries = reducer.reduce(event(singleQuoted));
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static List<String> sources(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.origin().source().orElseThrow())
                .toList();
    }
}
