package dev.muster.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KeywordsTest {

    @Test
    void findsWordsWithinWordsWhateverTheirCase() {
        Keywords keywords = new Keywords(List.of("she", "he", "hers", "his"));

        assertThat(keywords.in("uSHErs \u017fhe"))
                .containsEntry("she", List.of(1))
                .containsEntry("he", List.of(2, 8))
                .containsEntry("hers", List.of(2))
                .hasSize(3);
    }

    @Test
    void findsNothingInATextWithoutAWord() {
        assertThat(new Keywords(List.of("key", "token")).in("ke y to ken \ud83d\ude00"))
                .isEmpty();
        assertThat(new Keywords(List.of()).in("anything")).isEmpty();
    }

    @RepeatedTest(50)
    void findsWhatASearchForEachWordFinds(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        List<String> words = Stream.generate(() -> word(random, 1 + random.nextInt(4)))
                .limit(12)
                .distinct()
                .toList();
        String text = word(random, 200).toUpperCase(Locale.ROOT);

        assertThat(new Keywords(words).in(text)).isEqualTo(oneByOne(words, text.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, List<Integer>> oneByOne(List<String> words, String text) {
        Map<String, List<Integer>> found = new HashMap<>();
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                found.computeIfAbsent(word, key -> new ArrayList<>()).add(at);
            }
        }
        return found;
    }

    private static String word(Random random, int length) {
        return random.ints(length, 'a', 'd').mapToObj(Character::toString).collect(Collectors.joining());
    }
}
