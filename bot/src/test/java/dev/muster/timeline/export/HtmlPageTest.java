package dev.muster.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Actor;
import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import dev.muster.incident.Role;
import dev.muster.incident.UserId;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class HtmlPageTest {

    private final Document page = Jsoup.parse(Tale.ofEverything().export(Format.HTML));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'><svg onload=alert(1)>",
                "</title><script>alert(1)</script>",
                "</style><script>alert(1)</script>",
                "</textarea></noscript><iframe src=//evil.example>",
                "<!--",
                "-->",
                "]]>",
                "<![CDATA[",
                "<?php ?>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;script&#62;",
                "&amp;#x3c;",
                "javascript:alert(1)",
                "\" onmouseover=\"alert(1)",
                "' style='color:red",
                "</svg><script>",
                "</td></tr></table><form action=//evil.example>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<base href=//evil.example>",
                "<meta http-equiv=refresh content=0>",
                "<link rel=stylesheet href=//e>",
                "\u0000<scr\u0000ipt>",
                "\ud800",
                "\u202e<b>",
                "<a xlink:href=javascript:alert(1)>x</a>",
                "${7*7}{{7*7}}",
                "@import url(//evil.example)"
            })
    void letsNobodysWordsBecomeMarkup(String evil) {
        Document plain = Jsoup.parse(nasty("harmless").export(Format.HTML));
        String text = nasty(evil).export(Format.HTML);
        Document attacked = Jsoup.parse(text);

        assertThat(shape(attacked)).isEqualTo(shape(plain));
        assertThat(attacked.select(
                        "script, iframe, img, form, base, link, object, embed, foreignObject, style + style"))
                .isEmpty();
        assertThat(attributes(attacked))
                .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        assertThat(attacked.select("[href]")).allMatch(link -> link.attr("href").matches("#row-[0-9]+"));
        assertThat(attacked.select("h1").text()).isNotEmpty();
        assertIsXml(text);
    }

    @Test
    void showsWordsAsTheyWereWritten() {
        String words = "<script>alert(\"1\")</script> & 'so' &lt;on&gt;";
        Document read = Jsoup.parse(nasty(words).export(Format.HTML));

        assertThat(read.expectFirst("h1").wholeText()).isEqualTo(words);
        assertThat(read.title()).isEqualTo("INC-42: " + words);
        assertThat(read.expectFirst("#row-3 .what div").wholeText()).isEqualTo(words);
        assertThat(read.expectFirst("#row-3 .who").wholeText()).isEqualTo(words);
        assertThat(read.expectFirst("#row-4 .what bdi").wholeText()).isEqualTo(words);
    }

    @Test
    void runsNothingAndFetchesNothing() {
        assertThat(page.select("script, link, img, iframe, [src], [style]")).isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(page.select("style").html()).doesNotContain("url(", "@import", "http");
    }

    @Test
    void hasEveryRowUnderItsNumber() {
        List<String> ids = page.select("tr[id]").eachAttr("id");

        assertThat(ids)
                .hasSize(21)
                .doesNotHaveDuplicates()
                .startsWith("row-1", "row-2")
                .endsWith("row-21");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void leadsOnlyToRowsThatAreThere() {
        assertThat(page.select("a[href]")).isNotEmpty();
        assertThat(page.select("a[href]")).allSatisfy(link -> assertThat(page.select(link.attr("href")))
                .as(link.outerHtml())
                .hasSize(1));
    }

    @Test
    void saysWhenAndWho() {
        assertThat(page.select(".times li").eachText())
                .containsExactly(
                        "T0 Impact began 14:02:00 20 Nov 2026",
                        "T1 Detected 14:05:00 20 Nov 2026 3 min after T0",
                        "T2 Investigation began 14:07:30 20 Nov 2026 5 min 30 s after T0",
                        "T3 Mitigated 14:12:40 20 Nov 2026 10 min 40 s after T0",
                        "T4 Restored 14:16:00 20 Nov 2026 14 min after T0");
        assertThat(page.select("dd").eachText())
                .containsExactly(
                        "Ann 14:05:00 to 14:12:40, then Eve from 14:12:40", "Bob Marley from 14:06:30", "nobody");
        assertThat(page.select(".badges li").eachText()).containsExactly("sev1, was sev2", "resolved");
    }

    @Test
    void saysInWordsWhatThePictureShows() {
        assertThat(page.select(".columns div:first-child li").eachText())
                .containsExactly(
                        "14:05:00 detected for 2 min 30 s",
                        "14:07:30 investigating for 3 min 10 s",
                        "14:10:40 mitigating for 2 min",
                        "14:12:40 monitoring for 3 min 20 s",
                        "14:16:00 resolved");
        assertThat(page.select(".columns + h3 + ol li").eachText())
                .containsExactly(
                        "14:06:40 K1 Disk was 97 % full",
                        "14:08:20 U1 Half of all orders fail", "14:08:30 D1 Roll back to 4.1");
    }

    @Test
    void drawsEveryStageSeverityRoleAndMomentWithATitle() {
        Element picture = page.expectFirst("svg[role=img]");

        assertThat(picture.select("> title, > desc")).hasSize(2);
        assertThat(picture.select("a.band")).hasSize(2 + 5 + 2 + 1).allMatch(HtmlPageTest::hasTitle);
        assertThat(picture.select("a.pin")).hasSize(3).allMatch(HtmlPageTest::hasTitle);
        assertThat(picture.select(".bar")).hasSize(3).allMatch(HtmlPageTest::hasTitle);
        assertThat(picture.select("a.flag text").eachText()).containsExactly("T0", "T1", "T2", "T3", "T4");
        assertThat(picture.select("a.band text").eachText())
                .contains("sev2", "sev1", "detected", "investigating", "mitigating", "monitoring", "resolved", "Ann");
    }

    @Test
    void tellsWhatBecameOfARow() {
        assertThat(row(3)).contains("Looking at the pool").contains("(edited later, in row 8)");
        assertThat(row(6)).contains("(deleted later, in row 13)");
        assertThat(row(7)).contains("in a thread");
        assertThat(row(8)).contains("edited the message of 14:06:00");
        assertThat(row(13)).contains("(deleted) the message of 14:07:30");
        assertThat(row(12)).contains("file: pool.png");
        assertThat(row(20)).contains("(redacted)");
        assertThat(row(15))
                .contains("14:06:40", "Disk was 97 % full", "corrected in row 19", "before: 20 Nov 2026 14:09:10")
                .endsWith("before:) Disk was full at 13:50");
        assertThat(row(19)).contains("(corrects row 15)");
    }

    @Test
    void marksKeyMomentsNotByColourAlone() {
        assertThat(page.select("tr.key")).isNotEmpty().allMatch(row -> row.text()
                .contains("★"));
        assertThat(page.select("tr:not(.key)")).noneMatch(row -> row.text().contains("★"));
    }

    @Test
    void showsTheDateWhenItChanges() {
        Tale tale = new Tale("t").pass(36_000).say(Tale.BOB, "late").pass(60).say(Tale.BOB, "later");

        assertThat(Jsoup.parse(tale.export(Format.HTML)).select("tr.day").eachText())
                .containsExactly("Friday 20 November 2026", "Saturday 21 November 2026");
    }

    @Test
    void saysWhenARowWasWrittenDownLongAfterItHappened() {
        Entry early = Entry.of(Tale.START.minusSeconds(3600), Kind.NOTE, Tale.BOB, "alarm");
        Document read = Jsoup.parse(new Tale("t").add(early).export(Format.HTML));

        assertThat(read.select("#row-2").text()).contains("written down 14:05:00");
        assertThat(read.select("#row-1").text()).doesNotContain("written down");
    }

    @Test
    void endsWithTheHeadAndHowToCheckIt() {
        Tale tale = Tale.ofEverything();

        assertThat(page.select("footer").text())
                .contains("Rows 1 to 21", tale.head().head())
                .contains("muster timeline export INC-42 --format jsonl --out FILE")
                .contains("muster timeline verify --file FILE");
    }

    @Test
    void isWellFormedForShortAndLongIncidents() {
        assertIsXml(new Tale("").export(Format.HTML));
        assertIsXml(Tale.of(Duration.ofMinutes(10), 5).export(Format.HTML));
        assertIsXml(Tale.of(Duration.ofHours(3), 400).export(Format.HTML));
        assertIsXml(Tale.of(Duration.ofDays(4), 10_000).export(Format.HTML));
        assertIsXml(Tale.of(Duration.ofDays(900), 500).export(Format.HTML));
    }

    @Test
    void scrollsWhatWouldFillTheScreenAndLeavesNothingOut() {
        String novel = "word ".repeat(8_000);
        Tale tale = new Tale("t").say(Tale.BOB, novel).say(Tale.BOB, "line\n".repeat(30));
        Document read = Jsoup.parse(tale.export(Format.HTML));

        assertThat(read.expectFirst("#row-2.tall .scrolls").wholeText()).isEqualTo(novel);
        assertThat(read.select("#row-3.tall .scrolls")).hasSize(1);
        assertThat(read.select("#row-1 .scrolls")).isEmpty();
    }

    private static boolean hasTitle(Element mark) {
        Element first = mark.child(0);
        return first.normalName().equals("title") && !first.text().isBlank();
    }

    private String row(int number) {
        return page.select("#row-" + number).text();
    }

    /** A tale in which everything that people can choose is the same evil words. */
    private static Tale nasty(String evil) {
        Actor actor = new Actor(new UserId(evil + "U"), evil);
        Tale tale = new Tale(evil).role(Role.IC, actor).say(actor, evil).file(actor, evil, evil, evil);
        tale.add(Entry.of(Tale.START, Kind.UPDATE, actor, evil).asKey());
        tale.add(Entry.of(Tale.START, Kind.DECISION, actor, evil).asKey());
        tale.add(Entry.of(Tale.START, Kind.NOTE, actor, evil)
                .with("evil", Map.of("a", evil))
                .asKey());
        tale.add(Entry.of(Tale.START, Kind.STAGE, actor, evil).with("to", evil).with("from", evil));
        tale.add(Entry.of(Tale.START, Kind.SEVERITY, actor, evil).with("to", evil));
        tale.add(Entry.of(Tale.START, Kind.ROLE, actor, evil)
                .with("role", "tech")
                .with("to", evil));
        return tale.react(actor, evil).correct(7, Optional.empty(), Optional.of(evil));
    }

    /** Every element and the names of its attributes, without the words. */
    private static List<String> shape(Document document) {
        return document.getAllElements().stream()
                .map(element -> element.normalName()
                        + element.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .sorted()
                                .toList())
                .toList();
    }

    private static List<Attribute> attributes(Document document) {
        return document.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .toList();
    }

    private static void assertIsXml(String text) {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed", e);
        }
    }
}
