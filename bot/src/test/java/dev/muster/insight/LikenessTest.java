package dev.muster.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final Mark KAFKA = Mark.word("kafka");
    private static final Mark LAG = Mark.word("lag");
    private static final Mark CHECKOUT = Mark.word("checkout");
    private static final Mark SHOP = Mark.service("shop");
    private static final Mark POOL = Mark.cause("connection-pool");

    private final Likeness likeness = new Likeness(10_000, Map.of(KAFKA, 3L, LAG, 5_000L, SHOP, 900L, POOL, 80L));

    @Test
    void weighsARareWordMoreThanOneThatManyHave() {
        assertThat(likeness.of(Set.of(KAFKA))).isGreaterThan(8 * likeness.of(Set.of(LAG)));
        assertThat(likeness.of(Set.of(LAG))).isLessThan(Likeness.ENOUGH);
    }

    @Test
    void isNotEnoughByTheServiceAlone() {
        assertThat(likeness.of(Set.of(SHOP))).isLessThan(Likeness.ENOUGH);
        assertThat(likeness.of(Set.of(SHOP, KAFKA))).isGreaterThan(Likeness.ENOUGH);
        assertThat(likeness.of(Set.of(SHOP, POOL))).isGreaterThan(Likeness.ENOUGH);
    }

    @Test
    void liesBetweenNothingAndAll() {
        Set<Mark> all = Set.of(KAFKA, Mark.word("broker"), SHOP, POOL);
        Likeness strict = new Likeness(10_000, Map.of(KAFKA, 1L, Mark.word("broker"), 0L, SHOP, 1L, POOL, 1L));

        assertThat(strict.of(all)).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(strict.of(Set.of())).isZero();
    }

    @Test
    void namesWhatCountsMostFirst() {
        Likeness some = new Likeness(100, Map.of(KAFKA, 3L, CHECKOUT, 40L, SHOP, 50L, POOL, 1L));

        assertThat(some.telling(Set.of(CHECKOUT, KAFKA, POOL, SHOP))).containsExactly(SHOP, POOL, KAFKA, CHECKOUT);
    }

    @Test
    void takesNothingFromWordsThatStandInAnybodysTitle() {
        assertThat(Likeness.tells(Mark.word("down"))).isFalse();
        assertThat(Likeness.tells(Mark.service("down"))).isTrue();
        assertThat(Likeness.tells(KAFKA)).isTrue();
    }
}
