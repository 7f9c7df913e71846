package dev.muster.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {

    @Test
    void writesATableThatNobodysWordsCanBreak() {
        Entry entry = Entry.of(
                Tale.START,
                Kind.NOTE,
                new Actor(new UserId("U1"), "A|nn"),
                "a | b\n<b>*c*</b> [d](e) #f `g` &lt; ~h~ $i$");
        List<String> lines = lines(new Tale("t").add(entry).add(entry.asKey()));

        assertThat(lines.get(1))
                .isEqualTo("| 2026-11-20T14:05:00.000Z | A\\|nn | note: a \\| b<br>"
                        + "\\<b\\>\\*c\\*\\</b\\> \\[d\\](e) \\#f \\`g\\` \\&lt; \\~h\\~ \\$i\\$ |");
        assertThat(lines.get(2)).contains("| **note: a ").endsWith("** |");
    }

    @Test
    void keepsToOneLineARowWhateverSeparatesLines() {
        Tale tale = new Tale("a\r\nb\u2028c\u2029d\u0085e\u000bf\u000cg\th");

        assertThat(lines(tale)).hasSize(1).first().asString().contains("a<br>b<br>c<br>d");
    }

    @Test
    void letsNoControlReachATerminal() {
        Tale tale = new Tale("a\u001b[2Jb\u009bc\u0000d\u007fe");

        assertThat(tale.export(Format.MD))
                .doesNotContain("\u001b", "\u009b", "\u0000", "\u007f")
                .contains("\ufffd");
    }

    @Test
    void leavesSmallTalkOutUnlessItIsMarkedAndSaysHowMuch() {
        Entry card = Entry.ofBot(Tale.START, Kind.BOT, "card");
        Tale tale = new Tale("t").add(card).add(card.asKey()).react(Tale.EVE, "eyes");

        assertThat(lines(tale)).hasSize(2);
        assertThat(lines(tale).get(1)).contains("| Muster | **card** |");
        assertThat(tale.export(Format.MD)).contains("Left out: 2 rows that only fill the record");
    }

    @Test
    void tellsOfEditsDeletionsThreadsAndFilesInWords() {
        List<String> lines = lines(Tale.ofEverything());

        assertThat(lines.get(6)).contains("(in a thread) Thanks!");
        assertThat(lines.get(7)).contains("(edited the message of 14:06:00) Looking at the connection pool");
        assertThat(lines.get(11)).contains("The pool (files: pool.png)");
        assertThat(lines.get(12)).contains("| somebody | (the message of 14:07:30 was deleted)");
    }

    @Test
    void tellsWhatWasCorrectedWhereAndWhatItWasBefore() {
        assertThat(Tale.ofEverything().export(Format.MD))
                .contains("| 2026-11-20T14:06:40.000Z | Bob Marley | **note: Disk was 97 % full "
                        + "(time corrected in row 19, before: 2026-11-20T14:09:10.000Z) "
                        + "(corrected in row 19, before: Disk was full at 13:50)** |");
    }

    @Test
    void endsWithTheHeadOfTheChain() {
        Tale tale = Tale.ofEverything();

        assertThat(tale.export(Format.MD))
                .endsWith("\nHead hash: `" + tale.head().head() + "` (rows 1 to 21)\n");
    }

    private static List<String> lines(Tale tale) {
        return tale.export(Format.MD)
                .lines()
                .filter(line -> line.startsWith("| 2026-"))
                .toList();
    }
}
