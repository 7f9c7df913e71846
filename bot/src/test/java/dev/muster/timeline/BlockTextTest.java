package dev.muster.timeline;

import static dev.muster.timeline.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTextTest {

    private final PlainText text = new PlainText(Events.NAMES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'type':'text','text':'a &lt; <@U1>'}                                   → a &lt; <@U1>
                    {'type':'link','url':'https://x.example/?a&b','text':'page'}            → page (https://x.example/?a&b)
                    {'type':'link','url':'https://x.example'}                               → https://x.example
                    {'type':'user','user_id':'U1'}                                          → @name-of-U1
                    {'type':'user','user_id':''}                                            → @
                    {'type':'usergroup','usergroup_id':'S1'}                                → @S1
                    {'type':'channel','channel_id':'C2'}                                    → #channel-C2
                    {'type':'team','team_id':'T1'}                                          → @T1
                    {'type':'emoji','name':'tada','unicode':'1f389'}                        → :tada:
                    {'type':'emoji','name':'wave','skin_tone':3}                            → :wave::skin-tone-3:
                    {'type':'broadcast','range':'here'}                                     → @here
                    {'type':'date','timestamp':1700000000,'format':'{time}','fallback':'x'} → x
                    {'type':'date','timestamp':1700000000,'format':'{time}'}                → 2023-11-14T22:13:20Z
                    {'type':'date','timestamp':9223372036854775807}                         → 9223372036854775807
                    {'type':'color','value':'#ff0000'}                                      → #ff0000
                    {'type':'zzz','text':'new'}                                             → new
                    {'type':'zzz','elements':[{'type':'text','text':'deeper'}]}             → deeper
                    """)
    void readsEveryPieceOfRichText(String piece, String expected) {
        assertThat(of("{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[" + piece + "]}]}"))
                .isEqualTo(expected);
    }

    @Test
    void readsListsQuotesAndCode() {
        String blocks =
                """
                {'type':'rich_text','elements':[
                  {'type':'rich_text_section','elements':[{'type':'text','text':'Steps '},{'type':'text','text':'now:\\n'}]},
                  {'type':'rich_text_list','style':'ordered','indent':0,'offset':2,'elements':[
                    {'type':'rich_text_section','elements':[{'type':'text','text':'drain'}]},
                    {'type':'rich_text_section','elements':[{'type':'text','text':'restart'}]}]},
                  {'type':'rich_text_list','style':'bullet','indent':1,'elements':[
                    {'type':'rich_text_section','elements':[{'type':'text','text':'gently'}]},
                    {'type':'rich_text_list','style':'bullet','indent':2,'elements':[
                      {'type':'rich_text_section','elements':[{'type':'text','text':'very'}]}]}]},
                  {'type':'rich_text_quote','elements':[{'type':'text','text':'said\\ntwice'}]},
                  {'type':'rich_text_preformatted','elements':[{'type':'text','text':'if (a < b)\\n  go();'}]}]}
                """;

        assertThat(of(blocks))
                .isEqualTo(
                        """
                        Steps now:
                        3. drain
                        4. restart
                          • gently
                            • very
                        > said
                        > twice
                        if (a < b)
                          go();""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'type':'header','text':{'type':'plain_text','text':'A &amp; B'}}                           → A & B
                    {'type':'section','text':{'type':'mrkdwn','text':'<@U1>'},'fields':[{'text':'f1'},{'text':'f2'}],'accessory':{'type':'button','text':{'text':'Press'}}} → @name-of-U1|f1|f2
                    {'type':'context','elements':[{'type':'image','alt_text':'logo'},{'type':'mrkdwn','text':'by <@U1>'}]} → logo by @name-of-U1
                    {'type':'markdown','text':'**bold**'}                                                       → **bold**
                    {'type':'image','title':{'text':'Graph'},'alt_text':'CPU over time'}                        → Graph|CPU over time
                    {'type':'image','title':{'text':'Graph'},'alt_text':'Graph'}                                → Graph
                    {'type':'video','title':{'text':'Talk'},'title_url':'https://v.example','description':{'text':'long'},'alt_text':'x'} → Talk (https://v.example)|long
                    {'type':'video','title':{'text':'Talk'}}                                                    → Talk
                    {'type':'card','title':{'text':'T'},'actions':[{'type':'button','text':{'text':'Go'}}],'id':'x'} → T
                    {'type':'zzz','rows':[['odd',{'deep':{'text':'found &amp; kept'}}],7],'url':'not words'}    → found & kept
                    """)
    void readsEveryBlock(String block, String expected) {
        assertThat(of(block)).isEqualTo(expected.replace('|', '\n'));
    }

    @Test
    void readsATableRowByRow() {
        String table =
                """
                {'type':'table','rows':[
                  [{'type':'raw_text','text':'host'},{'type':'raw_text','text':'load'}],
                  [{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'db1'}]}]},
                   {'type':'raw_text','text':'97 %'}],'odd']}
                """;

        assertThat(of(table)).isEqualTo("host | load\ndb1 | 97 %");
    }

    @Test
    void leavesOutWhatIsOnlyToBePressed() {
        assertThat(of("{'type':'actions','elements':[{'type':'button','text':{'text':'Press'}}]},{'type':'divider'}"))
                .isEmpty();
    }

    @Test
    void readsWhatAnAlertAttaches() {
        String said = text.of(
                event(
                        """
                        {'bot_id':'B9','text':'[FIRING:1] HighErrorRate','attachments':[
                          {'fallback':'all of it in short','pretext':'Before','author_name':'prometheus',
                           'title':'5xx &gt; 5 %','title_link':'https://am.example/a','text':'*checkout* <@U1>',
                           'fields':[{'title':'Severity','value':'critical','short':true},{'value':'alone'},{'title':'t'}],
                           'blocks':[{'type':'section','text':{'type':'mrkdwn','text':'nested'}}],
                           'footer':'cluster eu','color':'danger'},
                          {'fallback':'only this','color':'good','footer':'f'}]}
                        """));

        assertThat(said)
                .isEqualTo(
                        """
                        [FIRING:1] HighErrorRate
                        Before
                        prometheus
                        5xx > 5 % (https://am.example/a)
                        *checkout* @name-of-U1
                        Severity: critical
                        alone
                        t
                        nested
                        cluster eu
                        only this
                        f""");
    }

    @Test
    void saysNothingTwiceThatTheTextSaysAlready() {
        assertThat(text.of(event("{'text':'CPU is high on db1','attachments':[{'fallback':'CPU is high'}]}")))
                .isEqualTo("CPU is high on db1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            textBlock =
                    """
                    'from_url':'https://x.example'                          → x
                    'is_msg_unfurl':true                                    → x
                    'is_app_unfurl':true,'app_unfurl_url':'https://x'       → x
                    'from_url':'https://x.example','is_share':true          → x|shared
                    'is_msg_unfurl':false                                   → x|shared
                    """)
    void passesOverPreviewsButNotWhatWasShared(String sign, String expected) {
        assertThat(text.of(event("{'text':'x','attachments':[{'text':'shared'," + sign + "}]}")))
                .isEqualTo(expected.replace('|', '\n'));
    }

    @Test
    void standsBlocksInBlocksHoweverDeep() {
        String deep =
                "{'type':'rich_text_list','elements':[".repeat(200) + "{'type':'text','text':'x'}" + "]}".repeat(200);

        assertThat(of("{'type':'rich_text','elements':[" + deep + "]},{'type':'zzz','a':" + "[".repeat(200)
                        + "{'text':'leaf'}" + "]".repeat(200) + "}"))
                .contains("leaf");
    }

    private String of(String blocks) {
        return text.of(event("{'text':'','blocks':[" + blocks + "]}"));
    }
}
