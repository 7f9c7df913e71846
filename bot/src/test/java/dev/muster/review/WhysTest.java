package dev.muster.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.review.Whys.Branch;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WhysTest {

    private static final Branch POOL =
            new Branch("The pool was empty", List.of("A job kept its connections (#3)", "Nobody closes them"));
    private static final Branch WORD = new Branch("Nobody was told", List.of("No alert looks at the pool"));

    @Test
    void writesABranchAsItReads() {
        assertThat(Whys.with("", POOL))
                .isEqualTo(
                        """
                        **The pool was empty**
                        1. Why? A job kept its connections (#3)
                        2. Why that? Nobody closes them""");
    }

    @Test
    void addsBranchesAndReplacesTheOneAboutTheSame() {
        String two = Whys.with(Whys.with("", POOL), WORD);
        Branch better = new Branch("the pool WAS empty", List.of("A job leaks"));

        assertThat(Whys.branches(two)).containsExactly(POOL, WORD);
        assertThat(Whys.branches(Whys.with(two, better))).containsExactly(better, WORD);
    }

    @Test
    void leavesAloneWhatSomebodyWroteInAnotherWay() {
        String text = "We talked for an hour.\n\n**The pool was empty**\nSee also the chart.\n1. Why? Old answer";

        String after = Whys.with(text, POOL);

        assertThat(after)
                .startsWith("We talked for an hour.")
                .contains("See also the chart.")
                .doesNotContain("Old answer");
        assertThat(Whys.branches(after)).containsExactly(POOL);
    }

    @Property(tries = 500)
    void readsWhatItWrote(@ForAll List<String> words) {
        List<String> answers = words.stream().map(word -> "because " + word).toList();
        Branch branch = new Branch("It broke", answers);

        assertThat(branch.answers()).hasSameSizeAs(words);
        assertThat(Whys.branches(Whys.with("", branch))).containsExactly(branch);
        assertThat(Whys.with(Whys.with("", branch), branch)).isEqualTo(Whys.with("", branch));
    }
}
