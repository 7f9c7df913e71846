package dev.muster.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Words of people who mean no good, or paste what they do not know. The same seed brings the same. */
public final class Hostile {

    /** Stands between signs of formatting, so that one can see whether they took effect. */
    private static final String WORD = "zq";

    /** What must never come out, since nobody but these strings calls them. */
    private static final Pattern CALLED =
            Pattern.compile("<!(?!date\\^)|<@[UW]0EVE|<#C0EVE|<https?://evil|<mailto:|<tel:|<javascript:|<data:");

    /** Formatting in effect around our word, or a fence, which swallows whatever comes behind it. */
    private static final Pattern FORMATTED = Pattern.compile(
            "(?<![A-Za-z0-9])([*_~`])" + WORD + "\\1(?![A-Za-z0-9…])|^\\s*&gt;" + "|```", Pattern.MULTILINE);

    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");

    private static final List<String> PIECES = List.of(
            "<!channel>",
            "<!here|here>",
            "<!everyone>",
            "<!subteam^S0EVE>",
            "<!subteam^S0EVE|@all>",
            "<@U0EVE>",
            "<@W0EVE|eve>",
            "<#C0EVE>",
            "<#C0EVE|general>",
            "<https://evil.example|click>",
            "<https://evil.example>",
            "<mailto:eve@evil.example|mail>",
            "<tel:+1|call>",
            "https://evil.example/a_b_c?x=*1*&y=<2>",
            "@channel @here @everyone #general",
            "*zq*",
            "_zq_",
            "~zq~",
            "`zq`",
            "```zq```",
            "```\nzq",
            "*_~`zq`~_*",
            "> zq",
            "\n>zq",
            "\n>>> zq",
            "\n&gt; zq",
            "a*zq* b",
            "*zq*.",
            "(*zq*)",
            "* ",
            " *",
            "_",
            "~",
            "`",
            "``",
            "snake_case_zq 2*3*4 ~/zq",
            "&lt;!channel&gt;",
            "&amp;lt;!here&amp;gt;",
            "&lt;@U0EVE&gt;",
            "&",
            "&amp",
            "&am",
            "&#60;!channel&#62;",
            "&#x3c;",
            "<",
            ">",
            "<<<",
            "<>",
            "<|>",
            "<!",
            "<!date^1^{date}^https://evil.example|x>",
            "<!date^99999999999999^{date}|x>",
            "\u202eevil\u202c",
            "\u2066\u2067\u2068\u2069\u200f\u200e",
            "\u200b\u200c\u200d\u2060\ufeff\u00ad",
            "\0\1\2\7\b\u001b[31m\u007f\u0085\u2028\u2029",
            "\ud83d",
            "\udd25",
            "\udd25\ud83d",
            "\uffff\ufffe\ufffd",
            "🔥👩‍👩‍👧🏳️‍🌈",
            "e\u0301\u0301\u0301\u0301Ω≈ç√ Ünïcode ﷽ مرحبا שלום 漢字",
            ":tada:",
            ":white_check_mark:",
            "::::",
            "\n",
            "\r\n",
            "\n\n\n",
            "\t",
            " ",
            "\u00a0\u3000",
            "{\"a\":[null,{\"b\":\"\\u0000\"}]}",
            "\\\"'\\n\\u003c!channel\\u003e",
            "</script><script>alert(1)</script><img src=x onerror=alert(1)>",
            "'; DROP TABLE incidents; --",
            "\" OR 1=1 --",
            "{{7*7}} ${7*7} #{7*7} %s %d %n %99999999d {0} {who} {title}",
            "$1 \\1 \\E\\Q (?i) [a-z",
            "INC-1 INC-99999999999999999999",
            "because --next --at --private <@U0EVE> as ic",
            "before #99999999999999999999",
            "-1e309 NaN 0x7fffffff",
            "../../etc/passwd",
            "say:form",
            "<javascript:alert(1)|click>",
            "[click](javascript:alert(1)) ![x](data:text/html,zq)",
            "\" onmouseover=\"alert(1)\" href=javascript:alert(1) x=\"",
            "=HYPERLINK(\"https://evil.example\",\"click\")",
            "+1+1",
            "-1+1",
            "@SUM(1+1)",
            "\t=1+1",
            "\r=1+1",
            "\uff1d1+1");

    /** Where Slack reads markup. */
    private static final Set<String> MARKUP = Set.of("text", "topic", "purpose");

    private Hostile() {}

    /** So many of them, no two alike in how they are put together. */
    public static Stream<String> words(long seed, int count) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(number -> number < PIECES.size() ? PIECES.get(number) : some(random));
    }

    private static String some(Random random) {
        StringBuilder words = new StringBuilder();
        int pieces = 1 + random.nextInt(6);
        for (int piece = 0; piece < pieces; piece++) {
            words.append(random.nextInt(4) == 0 ? letters(random) : PIECES.get(random.nextInt(PIECES.size())))
                    .append(random.nextBoolean() ? " " : "");
        }
        return random.nextInt(50) == 0 ? words.toString().repeat(2 + random.nextInt(100)) : words.toString();
    }

    /** Any units at all, halves of characters among them, most of them such that mean something to Slack. */
    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int left = random.nextInt(12); left > 0; left--) {
            letters.append(
                    random.nextInt(3) == 0
                            ? (char) random.nextInt(Character.MAX_VALUE + 1)
                            : "<>&|*_~`!@#^: \nax".charAt(random.nextInt(17)));
        }
        return letters.toString();
    }

    /** What is wrong with what was made of them, in Slack's markup: what is called, and what is broken; else nothing. */
    public static List<String> harm(String markup) {
        List<String> found = new ArrayList<>();
        CALLED.matcher(markup).results().map(call -> "calls " + call.group()).forEach(found::add);
        if (markup.codePoints().anyMatch(Hostile::isHalf)) {
            found.add("half a character");
        }
        return found;
    }

    /** The formatting of theirs that took effect. Between our own backticks none does. */
    public static List<String> formatting(String markup) {
        return FORMATTED
                .matcher(CODE.matcher(markup).replaceAll("code"))
                .results()
                .map(found -> "formats " + found.group())
                .toList();
    }

    /** What is wrong with what was sent, in each of its texts that are not said to be plain. */
    public static List<String> harm(JsonNode sent) {
        Stream<String> called = markups("", sent, true).stream()
                .flatMap(markup -> harm(markup).stream().map(harm -> harm + ": " + markup));
        Stream<String> formatted = markups("", sent, false).stream()
                .flatMap(markup -> formatting(markup).stream().map(harm -> harm + ": " + markup));
        return Stream.concat(called, formatted).toList();
    }

    /** @param fallbacks also texts that stand beside blocks, which nobody sees formatted */
    private static List<String> markups(String name, JsonNode node, boolean fallbacks) {
        List<String> found = new ArrayList<>();
        if (node.isTextual() && MARKUP.contains(name)) {
            found.add(node.asText());
        } else if (!node.path("type").asText().equals("plain_text")) {
            boolean isFallback = !fallbacks && !node.path("blocks").isEmpty();
            node.fields().forEachRemaining(field -> {
                if (!(isFallback && field.getKey().equals("text"))) {
                    found.addAll(markups(field.getKey(), field.getValue(), fallbacks));
                }
            });
            if (node.isArray()) {
                node.forEach(each -> found.addAll(markups(name, each, fallbacks)));
            }
        }
        return found;
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
