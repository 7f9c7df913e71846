package dev.muster.timeline;

import static dev.muster.timeline.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.ChannelId;
import dev.muster.incident.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    private final PlainText text = new PlainText(Events.NAMES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    hello                                → hello
                    <@U0ANN> and <@W0BOB|bob>            → @name-of-U0ANN and @name-of-W0BOB
                    see <#C0OPS|ops>                     → see #ops
                    see <#C0OPS>                         → see #channel-C0OPS
                    see <#C0OPS|>                        → see #channel-C0OPS
                    <!here> <!channel> <!everyone>       → @here @channel @everyone
                    <!subteam^S0SRE|@sre>                → @sre
                    <!subteam^S0SRE>                     → @subteam
                    <!date^1700000000^{time}|22:13 UTC>  → 22:13 UTC
                    <!subteam^S0SRE|@sre> | <!here|here> → @sre | @here
                    <!date^1700000000^{date}>            → 2023-11-14T22:13:20Z
                    <!date^17^{time}^https://x|00:00 Z>  → 00:00 Z
                    <mailto:a@b.example|a@b.example>     → a@b.example
                    <mailto:a@b.example|Ann>             → Ann (a@b.example)
                    <mailto:a@b.example>                 → a@b.example
                    <tel:+4930|+4930>                    → +4930
                    <#C1|> and <@U1|name>                → #channel-C1 and @name-of-U1
                    <https://example.com/a?b=1&amp;c=2>  → https://example.com/a?b=1&c=2
                    <https://example.com|the page>       → the page (https://example.com)
                    <https://example.com|example.com>    → https://example.com
                    a &lt; b &gt; c &amp; d              → a < b > c & d
                    &amp;lt;                             → &lt;
                    &amp;amp;                            → &amp;
                    &lt;@U0ANN&gt;                       → <@U0ANN>
                    &lt;!channel&gt;                     → <!channel>
                    <>                                   → <>
                    <@>                                  → <@>
                    <@ > <# |> <! >                      → <@ > <# |> <! >
                    1 < 2                                → 1 < 2
                    cost $1 \\ <@U0$1>                   → cost $1 \\ @name-of-U0$1
                    """)
    void writesMarkupAsAPersonSawIt(String markup, String expected) {
        assertThat(text.decode(markup)).isEqualTo(expected);
    }

    @Test
    void takesAnyNameRatherThanAnId() {
        PlainText text = new PlainText(new Names() {
            @Override
            public String of(UserId user) {
                return user.value();
            }

            @Override
            public String of(ChannelId channel) {
                return channel.value();
            }
        });

        assertThat(text.decode("<@U1|zoe> <@U1> <#C1|>")).isEqualTo("@zoe @U1 #C1");
    }

    @Test
    void keepsCharactersThatTurnTheTextAround() {
        assertThat(text.decode("a\u202eb\u2066c\u200b")).isEqualTo("a\u202eb\u2066c\u200b");
    }

    @Test
    void keepsLinesAndEmojiAsTheyWere() {
        String said = "line one\n• two 🔥 :tada:\n```code```";

        assertThat(text.decode(said)).isEqualTo(said);
    }

    @Test
    void keepsOnlyWhatEveryDatabaseCanKeep() {
        assertThat(text.decode("a\0b\ud83dc\ude00d🔥")).isEqualTo("a\ufffdb?c?d🔥");
    }

    @Test
    void readsTheTextWhereThereIsOneAndNoBlocksThen() {
        Fields message = event("{'text':'Hi <@U0ANN>','blocks':[{'type':'header','text':{'text':'block'}}]}");

        assertThat(text.of(message)).isEqualTo("Hi @name-of-U0ANN");
    }

    @Test
    void readsAttachmentsAndBlocksWhereTheTextIsEmpty() {
        Fields message = event(
                """
                {'text':' ',
                 'attachments':[{'fallback':'CPU &gt; 90 %'},{'text':'host <https://h.example|h1>'},{'color':'red'}],
                 'blocks':[{'type':'header','text':{'type':'plain_text','text':'Alert'}},
                           {'type':'section','fields':[{'type':'mrkdwn','text':'a'},{'type':'mrkdwn','text':'b'}]},
                           {'type':'divider'}]}
                """);

        assertThat(text.of(message)).isEqualTo("Alert\na\nb\nCPU > 90 %\nhost h1 (https://h.example)");
    }

    @Test
    void readsRichTextHoweverDeepItStands() {
        Fields message = event(
                """
                {'blocks':[{'type':'rich_text','elements':[
                    {'type':'rich_text_section','elements':[{'type':'text','text':'first'}]},
                    {'type':'rich_text_list','elements':[
                        {'type':'rich_text_section','elements':[{'type':'text','text':'second'}]}]}]}]}
                """);

        assertThat(text.of(message)).isEqualTo("first\n• second");
    }

    @Test
    void saysNothingWhereNothingIsSaid() {
        assertThat(text.of(event("{'text':null,'blocks':'odd','attachments':[7,null]}")))
                .isEmpty();
        assertThat(text.of(Fields.NONE)).isEmpty();
    }
}
