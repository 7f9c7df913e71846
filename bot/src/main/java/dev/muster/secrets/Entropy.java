package dev.muster.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shannon's entropy in bits a character, counted as gitleaks counts it: characters over the length in UTF-8. */
final class Entropy {

    private Entropy() {}

    static double of(String text) {
        double length = text.getBytes(StandardCharsets.UTF_8).length;
        Map<Integer, Long> counts =
                text.codePoints().boxed().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.values().stream()
                .mapToDouble(count -> count / length)
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
