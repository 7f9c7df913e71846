package dev.muster.timeline;

import static dev.muster.timeline.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.muster.incident.Actor;
import dev.muster.incident.ChannelId;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.MessageRef;
import dev.muster.incident.Origin;
import dev.muster.incident.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReducerTest {

    private static final ChannelId ROOM = new ChannelId("C1");
    private static final Actor ANN = new Actor(new UserId("U1"), "name-of-U1");

    private final Reducer reducer = new Reducer(Events.SELF, Events.NAMES);

    @Test
    void writesAMessageAsItWasPosted() {
        List<Entry> entries = reduce(
                """
                {'type':'message','channel':'C1','user':'U1','ts':'1700000000.123400','event_ts':'1700000009.000000',
                 'text':'Hi <@U2> &amp; all','channel_type':'channel','client_msg_id':'x','team':'T1'}
                """);

        assertThat(entries)
                .containsExactly(new Entry(
                        Instant.parse("2023-11-14T22:13:20.123Z"),
                        Kind.MESSAGE,
                        Optional.of(ANN),
                        "Hi @name-of-U2 & all",
                        Map.of(),
                        origin("message:C1:1700000000.123400", "1700000000.123400"),
                        false,
                        false));
    }

    @Test
    void namesABotByItsProfile() {
        Entry modern = one(
                """
                {'type':'message','channel':'C1','ts':'1.000001','user':'U9','bot_id':'B9','text':'deployed',
                 'bot_profile':{'name':'Deployer'}}
                """);
        Entry classic = one(
                """
                {'type':'message','subtype':'bot_message','channel':'C1','ts':'1.000002','bot_id':'B9',
                 'username':'CI','text':'','attachments':[{'fallback':'build broken'}]}
                """);
        Entry profiled = one(
                """
                {'type':'message','channel':'C1','ts':'1.000003','bot_id':'B9','text':'x',
                 'bot_profile':{'name':'Deployer'}}
                """);
        Entry nameless = one(
                "{'type':'message','subtype':'bot_message','channel':'C1','ts':'1.000004','bot_id':'B9','text':'x'}");

        assertThat(modern.actor()).contains(new Actor(new UserId("U9"), "name-of-U9"));
        assertThat(classic.actor()).contains(new Actor(new UserId("B9"), "CI"));
        assertThat(classic.text()).isEqualTo("build broken");
        assertThat(profiled.actor()).contains(new Actor(new UserId("B9"), "Deployer"));
        assertThat(nameless.actor()).contains(new Actor(new UserId("B9"), "B9"));
        assertThat(List.of(modern, classic, profiled, nameless))
                .extracting(Entry::kind)
                .containsOnly(Kind.MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user':'U0BOT','bot_id':'B0BOT'",
                "'user':'U0BOT'",
                "'subtype':'bot_message','bot_id':'B0BOT','username':'Muster'"
            })
    void keepsItsOwnMessagesApartFromThoseOfPeople(String author) {
        Entry entry = one("{'type':'message','channel':'C1','ts':'1.000001','text':'card'," + author + "}");

        assertThat(entry.kind()).isEqualTo(Kind.BOT);
        assertThat(entry.actor()).isEmpty();
        assertThat(entry.text()).isEqualTo("card");
    }

    @Test
    void writesAnEditAsALineOfItsOwnAndWhatStoodThereBefore() {
        List<Entry> entries = reduce(
                """
                {'type':'message','subtype':'message_changed','hidden':true,'channel':'C1','ts':'9.000000',
                 'event_ts':'9.000000',
                 'message':{'user':'U1','ts':'1.000001','text':'new','edited':{'user':'U1','ts':'8.000000'}},
                 'previous_message':{'user':'U1','ts':'1.000001','text':'old'}}
                """);

        assertThat(entries)
                .containsExactly(
                        new Entry(
                                Instant.ofEpochSecond(1),
                                Kind.MESSAGE,
                                Optional.of(ANN),
                                "old",
                                Map.of(),
                                origin("message:C1:1.000001", "1.000001"),
                                false,
                                false),
                        new Entry(
                                Instant.ofEpochSecond(8),
                                Kind.MESSAGE_EDITED,
                                Optional.of(ANN),
                                "new",
                                Map.of(),
                                origin("edited:C1:1.000001:8.000000", "1.000001"),
                                false,
                                false));
    }

    @Test
    void bringsTheWordingBeforeASecondEditAsAnEditToo() {
        List<Entry> entries = reduce(
                """
                {'type':'message','subtype':'message_changed','channel':'C1','event_ts':'9.000000',
                 'message':{'user':'U1','ts':'1.000001','text':'third','edited':{'ts':'9.000000'}},
                 'previous_message':{'user':'U1','ts':'1.000001','text':'second','edited':{'ts':'8.000000'}}}
                """);

        assertThat(sources(entries)).containsExactly("edited:C1:1.000001:8.000000", "edited:C1:1.000001:9.000000");
        assertThat(entries).extracting(Entry::text).containsExactly("second", "third");
    }

    /** Its wording before may have changed without a mark, so it cannot be taken for the original. */
    @Test
    void takesAnUpdateByABotForAnEditAtTheTimeOfTheEventAndNothingElse() {
        List<Entry> entries = reduce(
                """
                {'type':'message','subtype':'message_changed','channel':'C1','event_ts':'9.000000',
                 'message':{'bot_id':'B9','ts':'1.000001','text':'90 %'},
                 'previous_message':{'bot_id':'B9','ts':'1.000001','text':'10 %'}}
                """);

        assertThat(sources(entries)).containsExactly("edited:C1:1.000001:9.000000");
    }

    @Test
    void takesALinkPreviewForNoEdit() {
        List<Entry> entries = reduce(
                """
                {'type':'message','subtype':'message_changed','hidden':true,'channel':'C1','event_ts':'2.000000',
                 'message':{'user':'U1','ts':'1.000001','text':'<https://x.example>',
                            'attachments':[{'fallback':'X','from_url':'https://x.example'}]},
                 'previous_message':{'user':'U1','ts':'1.000001','text':'<https://x.example>'}}
                """);

        assertThat(sources(entries)).containsExactly("message:C1:1.000001");
    }

    @Test
    void takesALinkPreviewAfterAnEditForNoSecondEdit() {
        List<Entry> entries = reduce(
                """
                {'type':'message','subtype':'message_changed','channel':'C1','event_ts':'9.000000',
                 'message':{'user':'U1','ts':'1.000001','text':'x','edited':{'ts':'8.000000'},'attachments':[{}]},
                 'previous_message':{'user':'U1','ts':'1.000001','text':'x','edited':{'ts':'8.000000'}}}
                """);

        assertThat(sources(entries)).containsExactly("edited:C1:1.000001:8.000000");
    }

    @Test
    void writesADeletionThatNobodyIsSaidToHaveDone() {
        List<Entry> entries = reduce(
                """
                {'type':'message','subtype':'message_deleted','hidden':true,'channel':'C1','ts':'9.000000',
                 'event_ts':'9.000000','deleted_ts':'1.000001',
                 'previous_message':{'user':'U1','ts':'1.000001','text':'oops','thread_ts':'0.500000'}}
                """);

        assertThat(sources(entries)).containsExactly("message:C1:1.000001", "deleted:C1:1.000001");
        assertThat(entries.get(0).text()).isEqualTo("oops");
        assertThat(entries.get(1)).satisfies(gone -> {
            assertThat(gone.kind()).isEqualTo(Kind.MESSAGE_DELETED);
            assertThat(gone.at()).isEqualTo(Instant.ofEpochSecond(9));
            assertThat(gone.actor()).isEmpty();
            assertThat(gone.text()).isEmpty();
            assertThat(gone.origin().threadTs()).contains("0.500000");
        });
    }

    @Test
    void writesADeletionOfAMessageOfWhichNothingElseIsKnown() {
        List<Entry> entries = reduce(
                "{'type':'message','subtype':'message_deleted','channel':'C1','event_ts':'9.0','deleted_ts':'1.000001'}");

        assertThat(sources(entries)).containsExactly("deleted:C1:1.000001");
    }

    @Test
    void takesATombstoneForADeletion() {
        List<Entry> entries = reduce(
                """
                {'type':'message','subtype':'message_changed','hidden':true,'channel':'C1','event_ts':'9.000000',
                 'message':{'subtype':'tombstone','user':'USLACKBOT','ts':'1.000001','thread_ts':'1.000001',
                            'text':'This message was deleted.','hidden':true},
                 'previous_message':{'user':'U1','ts':'1.000001','thread_ts':'1.000001','text':'the parent'}}
                """);

        assertThat(sources(entries)).containsExactly("message:C1:1.000001", "deleted:C1:1.000001");
        assertThat(entries).extracting(Entry::text).containsExactly("the parent", "");
        assertThat(entries).extracting(Entry::kind).containsExactly(Kind.MESSAGE, Kind.MESSAGE_DELETED);
    }

    @Test
    void knowsAReplyByItsThread() {
        Entry reply = one(
                """
                {'type':'message','channel':'C1','user':'U1','ts':'2.000000','thread_ts':'1.000001',
                 'parent_user_id':'U2','text':'me too'}
                """);
        Entry parent = one(
                "{'type':'message','channel':'C1','user':'U1','ts':'1.000001','thread_ts':'1.000001','text':'look'}");

        assertThat(reply.origin().threadTs()).contains("1.000001");
        assertThat(parent.origin().threadTs()).isEmpty();
    }

    @Test
    void writesABroadcastReplyUnderTheKeyOfTheReply() {
        Entry broadcast = one(
                """
                {'type':'message','subtype':'thread_broadcast','channel':'C1','user':'U1','ts':'2.000000',
                 'thread_ts':'1.000001','root':{'user':'U2','ts':'1.000001','text':'look'},'text':'solved'}
                """);
        Entry reply = one(
                "{'type':'message','channel':'C1','user':'U1','ts':'2.000000','thread_ts':'1.000001','text':'solved'}");

        assertThat(broadcast).isEqualTo(reply);
        assertThat(broadcast.origin().threadTs()).contains("1.000001");
    }

    @ParameterizedTest
    @CsvSource({
        "channel_join, JOINED",
        "group_join, JOINED",
        "channel_leave, LEFT",
        "group_leave, LEFT",
        "channel_topic, TOPIC",
        "group_topic, TOPIC",
        "channel_purpose, TOPIC",
        "group_purpose, TOPIC",
        "channel_name, RENAMED",
        "group_name, RENAMED",
        "me_message, MESSAGE",
        "file_share, MESSAGE",
        "thread_broadcast, MESSAGE",
        "channel_archive, MESSAGE",
        "reminder_add, MESSAGE",
        "huddle_thread, MESSAGE",
        "ekm_access_denied, MESSAGE",
        "zzz_new, MESSAGE"
    })
    void writesWhatSlackItselfTells(String subtype, Kind kind) {
        Entry entry = one("{'type':'message','subtype':'" + subtype
                + "','channel':'C1','user':'U1','ts':'1.000001','text':'<@U1> did it'}");

        assertThat(entry.kind()).isEqualTo(kind);
        assertThat(entry.actor()).contains(ANN);
        assertThat(entry.text()).isEqualTo("@name-of-U1 did it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pinned_item", "unpinned_item", "message_replied"})
    void leavesOutWhatAnotherEventTells(String subtype) {
        assertThat(reduce("{'type':'message','subtype':'" + subtype
                        + "','channel':'C1','user':'U1','ts':'1.000001','text':'x'}"))
                .isEmpty();
    }

    @Test
    void keepsWhatIsWorthKnowingOfFiles() {
        Entry entry = one(
                """
                {'type':'message','subtype':'file_share','channel':'C1','user':'U1','ts':'1.000001','text':'',
                 'files':[{'id':'F1','name':'a.png','mimetype':'image/png','size':12345678901,'permalink':'https://f',
                           'url_private':'https://secret','mode':'hosted','title':'a.png'},
                          {'id':'F2','mode':'file_access','file_access':'check_file_info'},'odd',{}]}
                """);

        assertThat(entry.text()).isEmpty();
        assertThat(entry.data())
                .containsOnly(Map.entry(
                        "files",
                        List.of(
                                Map.of(
                                        "id",
                                        "F1",
                                        "name",
                                        "a.png",
                                        "mimetype",
                                        "image/png",
                                        "size",
                                        12_345_678_901L,
                                        "permalink",
                                        "https://f",
                                        "mode",
                                        "hosted"),
                                Map.of("id", "F2", "mode", "file_access", "unresolved", true))));
    }

    @Test
    void writesAReactionAndItsRemovalAsLinesOfTheirOwn() {
        Entry added = one(
                """
                {'type':'reaction_added','user':'U1','reaction':'thumbsup::skin-tone-3','item_user':'U2',
                 'item':{'type':'message','channel':'C1','ts':'1.000001'},'event_ts':'5.000000'}
                """);
        Entry removed = one(
                """
                {'type':'reaction_removed','user':'U1','reaction':'eyes',
                 'item':{'type':'message','channel':'C1','ts':'1.000001'},'event_ts':'6.000000'}
                """);

        assertThat(added)
                .isEqualTo(new Entry(
                        Instant.ofEpochSecond(5),
                        Kind.REACTION_ADDED,
                        Optional.of(ANN),
                        ":thumbsup::skin-tone-3:",
                        Map.of("reaction", "thumbsup::skin-tone-3"),
                        origin("reaction_added:C1:1.000001:U1:thumbsup::skin-tone-3:5.000000", "1.000001"),
                        false,
                        false));
        assertThat(removed.kind()).isEqualTo(Kind.REACTION_REMOVED);
        assertThat(removed.origin().source()).contains("reaction_removed:C1:1.000001:U1:eyes:6.000000");
    }

    @Test
    void writesAPinAndItsRemoval() {
        Entry pinned = one(
                """
                {'type':'pin_added','user':'U1','channel_id':'C1','event_ts':'5.000000',
                 'item':{'type':'message','channel':'C1','created':5,'message':{'ts':'1.000001','text':'x'}}}
                """);
        Entry unpinned = one(
                """
                {'type':'pin_removed','user':'U1','channel_id':'C1','event_ts':'6.000000','has_pins':false,
                 'item':{'type':'message','channel':'C1','message':{'ts':'1.000001'}}}
                """);

        assertThat(pinned.kind()).isEqualTo(Kind.PINNED);
        assertThat(pinned.actor()).contains(ANN);
        assertThat(pinned.origin()).isEqualTo(origin("pinned:C1:1.000001:5.000000", "1.000001"));
        assertThat(unpinned.kind()).isEqualTo(Kind.UNPINNED);
        assertThat(unpinned.at()).isEqualTo(Instant.ofEpochSecond(6));
    }

    @Test
    void writesThatAFileIsGone() {
        Entry entry = one("{'type':'file_deleted','file_id':'F1','channel_ids':['C1'],'event_ts':'5.000000'}");

        assertThat(entry.kind()).isEqualTo(Kind.FILE);
        assertThat(entry.text()).isEqualTo("File F1 was deleted");
        assertThat(entry.origin()).isEqualTo(Origin.of("file_deleted:F1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "member_joined_channel",
                "member_left_channel",
                "channel_rename",
                "channel_archive",
                "app_mention",
                "channel_id_changed",
                "tokens_revoked",
                "zzz"
            })
    void leavesOutEventsThatAMessageTellsOrThatAreNoPartOfTheRecord(String type) {
        assertThat(reduce("{'type':'" + type + "','channel':'C1','user':'U1','ts':'1.000001','text':'x'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':null}",
                "{'type':7}",
                "{'type':'message'}",
                "{'type':'message','channel':'','ts':'1.0','user':'U1'}",
                "{'type':'message','channel':'C1','ts':1.5,'user':'U1'}",
                "{'type':'message','channel':'C1','ts':'now','user':'U1'}",
                "{'type':'message','channel':{'id':'C1'},'ts':'1.000001','text':'x'}",
                "{'type':'message','subtype':'message_changed','channel':'C1'}",
                "{'type':'message','subtype':'message_changed','channel':'C1','message':null,'previous_message':7}",
                "{'type':'message','subtype':'message_deleted','channel':'C1','deleted_ts':null}",
                "{'type':'reaction_added','user':'U1','reaction':'eyes','item':{'type':'file','file':'F1'}}",
                "{'type':'reaction_added','user':'U1','item':null}",
                "{'type':'pin_added','channel_id':'C1','item':{'type':'file'}}",
                "{'type':'pin_added'}"
            })
    void writesNothingOfWhatCannotBePlaced(String odd) {
        assertThat(reduce(odd)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user':null",
                "'user':''",
                "'user':7",
                "'user':null,'bot_id':null,'username':null",
                "'bot_id':''",
                "'text':null,'blocks':null,'attachments':null,'files':null",
                "'text':7,'blocks':{'a':1},'attachments':'x','files':[null,1,{'id':7,'size':'big'}]",
                "'thread_ts':null,'edited':null,'subtype':null",
                "'edited':'yes','subtype':['x'],'bot_profile':'x'",
                "'edited':{'ts':17},'thread_ts':{}"
            })
    void neverStumblesOverOddContent(String odd) {
        Entry entry = one("{'type':'message','channel':'C1','ts':'1.000001'," + odd + "}");

        assertThat(entry.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(entry.origin()).isEqualTo(origin("message:C1:1.000001", "1.000001"));
    }

    @Test
    void takesWhateverStandsInAnyFieldOfAnyEvent() {
        List<String> types =
                List.of("message", "reaction_added", "reaction_removed", "pin_added", "pin_removed", "file_deleted");
        List<String> subtypes = List.of("null", "'message_changed'", "'message_deleted'", "'channel_join'", "9");
        List<String> fields = List.of(
                "channel",
                "ts",
                "user",
                "text",
                "item",
                "message",
                "previous_message",
                "deleted_ts",
                "event_ts",
                "files",
                "reaction",
                "channel_id",
                "file_id",
                "edited",
                "blocks",
                "attachments",
                "bot_id",
                "thread_ts");
        List<String> values = List.of("null", "true", "0", "-1.5", "''", "'x'", "[]", "[[],{}]", "{}", "{'ts':[]}");

        for (String type : types) {
            for (String subtype : subtypes) {
                for (String value : values) {
                    Fields odd = event("{'type':'" + type + "','subtype':" + subtype + ","
                            + fields.stream()
                                    .map(field -> "'" + field + "':" + value)
                                    .collect(Collectors.joining(","))
                            + "}");

                    assertThatCode(() -> reducer.reduce(odd)).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void readsAMessageOfTheHistoryUnderTheKeyThatItsEventHas() {
        Fields neverEdited = event("{'type':'message','user':'U1','ts':'1.000001','text':'x','reply_count':2}");
        Fields gone = event(
                "{'type':'message','subtype':'tombstone','user':'USLACKBOT','ts':'1.000001','text':'was deleted.'}");
        Fields edited = event(
                "{'type':'message','user':'U1','ts':'1.000001','text':'y','edited':{'user':'U1','ts':'8.000000'}}");

        assertThat(sources(reducer.fromHistory(ROOM, neverEdited))).containsExactly("message:C1:1.000001");
        assertThat(sources(reducer.fromHistory(ROOM, edited))).containsExactly("edited:C1:1.000001:8.000000");
        assertThat(sources(reducer.fromHistory(ROOM, gone))).containsExactly("deleted:C1:1.000001");
    }

    private Entry one(String singleQuoted) {
        List<Entry> entries = reduce(singleQuoted);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private List<Entry> reduce(String singleQuoted) {
        return reducer.reduce(event(singleQuoted));
    }

    private static List<String> sources(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.origin().source().orElseThrow())
                .toList();
    }

    private static Origin origin(String source, String ts) {
        return new Origin(Optional.of(source), Optional.of(new MessageRef(ROOM, ts)), Optional.empty());
    }
}
